package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.dossier.DossierList.Conditions;
import vn.motcua.http.Cursor;
import vn.motcua.http.Page;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;

/** What a unit holds and has to act on: a list for each condition, in an order that never ties. */
@ApplicationScoped
class Worklist {

    /**
     * The lists of the units asked for are merged, each read from an index in its order. {@code head}: the units with
     * the first rows, no more than the page has rows. {@code bound}: where the page ends at the latest, since so many
     * rows begin the lists alone. Thus a page costs a look at each unit and hardly more rows than it shows.
     */
    private static final String SQL =
            """
            with head as materialized (
                select first.* from unnest(cast(:units as text[])) as held (unit) cross join lateral (
                    select d.current_unit as unit, ${namedKeys} from dossier d
                    where d.current_unit = held.unit${those} order by ${keys} limit 1) as first
                order by ${names} limit ${rows}
            ), bound as (
                (select ${names} from head order by ${names} offset ${rows} - 1)
                union all select ${never}, 9223372036854775807 order by ${names} limit 1
            )
            select ${columns}, ${keys} from head cross join bound cross join lateral (
                select d.* from dossier d where d.current_unit = head.unit${those}
                    and ${firstKey} <= bound.key0 and (${keys}) <= (${bounds}) order by ${keys} limit ${rows}) as d
            order by ${keys} limit ${rows}""";

    private final EntityManager entities;
    private final Units units;
    private final Clocks clocks;
    private final InstantSource time;

    Worklist(EntityManager entities, Units units, Clocks clocks, InstantSource time) {
        this.entities = entities;
        this.units = units;
        this.clocks = clocks;
        this.time = time;
    }

    /**
     * What is asked for.
     *
     * @param workingHours from now on the unit's calendar, for DUE_WITHIN only
     * @param officer only what this officer holds; null for all
     * @param subtree whether what the units below hold belongs to it
     */
    record Question(Unit unit, WorklistCondition condition, Integer workingHours, String officer, boolean subtree) {

        /** What its cursors belong to. */
        String list() {
            return "worklist " + condition;
        }
    }

    @Transactional
    Page<DossierLine> page(Question asked, int limit, String cursor) {
        inOrder();
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query("", asked, limit + 1, cursor).getResultList();
        return Page.of(rows, limit, DossierLine::of, row -> after(asked, row));
    }

    /**
     * The planner knows how much the average unit holds. Where that is about a page it would read all a unit holds
     * into a bitmap and sort it, in a large unit as well; the lists are to be read in their order.
     */
    void inOrder() {
        entities.createNativeQuery("set local enable_bitmapscan = off").executeUpdate();
    }

    /** @param before put before the statement, to have it explained */
    Query query(String before, Question asked, int rows, String cursor) {
        var conditions = new Conditions();
        conditions.require("not d.voided");
        asked.condition().narrow(conditions, time.instant(), until(asked));
        if (asked.officer() != null) {
            conditions.add("d.officer = :officer", "officer", asked.officer());
        }
        if (cursor != null) {
            goOn(asked, cursor, conditions);
        }
        var query = entities.createNativeQuery(before + sql(asked.condition().order(), rows, conditions.sql()));
        conditions.bind(query);
        return query.setParameter("units", held(asked).toArray(String[]::new));
    }

    private Instant until(Question asked) {
        return asked.workingHours() == null
                ? null
                : clocks.workingHoursAfter(asked.unit(), time.instant(), asked.workingHours());
    }

    private Set<String> held(Question asked) {
        var code = asked.unit().code().value();
        return asked.subtree() ? units.subtree(code) : Set.of(code);
    }

    private static String sql(WorklistOrder order, int rows, String those) {
        return SQL.replace("${those}", those)
                .replace("${columns}", DossierLine.COLUMNS)
                .replace("${namedKeys}", order.namedColumns())
                .replace("${keys}", order.columns())
                .replace("${names}", order.names(""))
                .replace("${bounds}", order.names("bound."))
                .replace("${firstKey}", order.firstKey())
                .replace(
                        "${never}",
                        order.keys().stream().map(key -> "'infinity'").collect(Collectors.joining(", ")))
                .replace("${rows}", String.valueOf(rows));
    }

    private static void goOn(Question asked, String cursor, Conditions conditions) {
        var order = asked.condition().order();
        var last = order.keys().size();
        var values = Cursor.read(asked.list(), cursor, last + 1);
        var names = new ArrayList<String>();
        for (int place = 0; place < last; place++) {
            names.add(":after" + place);
            conditions.put("after" + place, order.keys().get(place).read(values.get(place)));
        }
        conditions.add(
                "(" + order.columns() + ") > (" + String.join(", ", names) + ", :afterId)",
                "afterId",
                Cursor.number(values.get(last)));
    }

    private static String after(Question asked, Object[] row) {
        var keys = Arrays.stream(row, DossierLine.WIDTH, row.length).map(Object::toString);
        return Cursor.after(asked.list(), keys.toArray(String[]::new));
    }
}
