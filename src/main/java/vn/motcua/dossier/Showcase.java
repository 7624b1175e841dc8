package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import vn.motcua.http.Cursor;
import vn.motcua.http.Language;
import vn.motcua.http.Page;

/** Puts together what is shown of one dossier. */
@ApplicationScoped
class Showcase {

    private final History history;
    private final Clocks clocks;
    private final Strongbox strongbox;

    Showcase(History history, Clocks clocks, Strongbox strongbox) {
        this.history = history;
        this.clocks = clocks;
        this.strongbox = strongbox;
    }

    /** @param unmasked whether its people are shown as they said they are */
    DossierView whole(WholeDossier whole, boolean unmasked) {
        var people = whole.people().stream()
                .collect(Collectors.toMap(Person::role, person -> strongbox.shown(person, unmasked)));
        return DossierView.of(whole.dossier(), people, whole.content());
    }

    Page<EventView> history(Dossier dossier, int limit, String cursor) {
        var list = "events " + dossier.papers().code();
        var after = Math.min(Cursor.numberAfter(list, cursor), dossier.lastNumber());
        var texts = history.textsOf(dossier);
        return Page.of(
                history.after(dossier, (int) after, limit + 1),
                limit,
                row -> view(row, texts),
                row -> Cursor.after(list, String.valueOf(row.number())));
    }

    PromiseView deadline(Dossier dossier, Language language) {
        var legalBases = history.textsOf(dossier).stream()
                .filter(text -> text.name().equals("legalBasis"))
                .collect(Collectors.toMap(FreeText::number, FreeText::text));
        var rows = history.after(dossier, 0, dossier.lastNumber());
        var changes = PromiseView.changes(rows, legalBases, dossier.papers(), clocks.of(dossier));
        return new PromiseView(reckoned(dossier, language), changes);
    }

    private DeadlineView reckoned(Dossier dossier, Language language) {
        if (dossier.standing().receivedAt == null) {
            return DeadlineView.none();
        }
        var clock = clocks.of(dossier);
        return DeadlineView.of(dossier.deadline(clock), clock.running().hours().zone(), language);
    }

    private static EventView view(HistoryRow row, List<FreeText> texts) {
        var own = texts.stream()
                .filter(text -> text.number() == row.number())
                .collect(Collectors.toMap(FreeText::name, FreeText::text));
        var hex = HexFormat.of();
        return new EventView(
                row.number(),
                row.type(),
                row.facts(),
                own,
                hex.formatHex(row.previousHash()),
                hex.formatHex(row.hash()));
    }
}
