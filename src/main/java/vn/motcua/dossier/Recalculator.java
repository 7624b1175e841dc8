package vn.motcua.dossier;

import static java.util.stream.Collectors.partitioningBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.calendar.Calendars;
import vn.motcua.deadline.DeadlineOutOfRange;

/**
 * Lets dossiers go over to a newer version of a calendar, or only says what would come of it. All is reckoned before
 * the first lock is taken; a dossier that somebody works on, or has worked on meanwhile, is left for later.
 */
@ApplicationScoped
class Recalculator {

    private final EntityManager entities;
    private final History history;
    private final Clocks clocks;
    private final Calendars calendars;

    Recalculator(EntityManager entities, History history, Clocks clocks, Calendars calendars) {
        this.entities = entities;
        this.history = history;
        this.clocks = clocks;
        this.calendars = calendars;
    }

    /** What would come of it for those of these that are still open. None of it is kept until it is applied. */
    List<Effect> reckon(Recalculation wanted, List<Long> ids, Instant moment) {
        var news =
                new Announcement(wanted.job(), calendars.version(wanted.calendar(), wanted.version()), wanted.texts());
        var now = Moment.of(moment);
        return entities
                .createQuery("from Dossier where id in ?1 order by id", Dossier.class)
                .setParameter(1, ids)
                .getResultList()
                .stream()
                .filter(Dossier::isOpen)
                .map(dossier -> effect(dossier, news, now))
                .toList();
    }

    private Effect effect(Dossier dossier, Announcement news, Moment now) {
        try {
            var clock = clocks.of(dossier);
            var before = Outlook.of(dossier, clock, now.at());
            var event = dossier.changeCalendar(news, now, clock);
            return Effect.of(dossier, now, before, Outlook.of(dossier, clocks.of(dossier), now.at()), event);
        } catch (DeadlineOutOfRange outside) {
            return Effect.refused(dossier, now, DeadlineProblem.DEADLINE_OUT_OF_RANGE);
        }
    }

    /** Forgets what was reckoned: the dossiers stay as they are. */
    void forget(List<Effect> effects) {
        effects.forEach(effect -> entities.detach(effect.dossier()));
    }

    /** Keeps what was reckoned, a row of history each, and tells which are done. The others are for another time. */
    List<Effect> apply(List<Effect> effects, Actor by) {
        var versions = lock(effects);
        var split = effects.stream().collect(partitioningBy(effect -> isUnchanged(effect, versions)));
        forget(split.get(false));
        forget(split.get(true).stream()
                .filter(effect -> effect.event().isEmpty())
                .toList());
        var rows = new LinkedHashMap<Dossier, HistoryRow>();
        split.get(true).forEach(effect -> effect.event()
                .ifPresent(
                        event -> rows.put(effect.dossier(), history.next(effect.dossier(), event, effect.at(), by))));
        history.keepAll(rows);
        entities.flush();
        return split.get(true);
    }

    private static boolean isUnchanged(Effect effect, Map<Long, Long> versions) {
        return Long.valueOf(effect.version())
                .equals(versions.get(effect.dossier().id()));
    }

    /** Locks those that nobody else holds, and tells the version each has now. */
    @SuppressWarnings("unchecked")
    private Map<Long, Long> lock(List<Effect> effects) {
        var ids = effects.stream().map(effect -> effect.dossier().id()).toArray(Long[]::new);
        List<Object[]> free = entities.createNativeQuery(
                        """
                        select id, version from dossier where id = any (cast(?1 as bigint[]))
                        order by id for no key update skip locked""")
                .setParameter(1, ids)
                .getResultList();
        var versions = new HashMap<Long, Long>();
        free.forEach(row -> versions.put((Long) row[0], (Long) row[1]));
        return versions;
    }
}
