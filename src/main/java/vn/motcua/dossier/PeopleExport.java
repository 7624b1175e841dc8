package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.http.Cursor;
import vn.motcua.http.Database;
import vn.motcua.http.Page;

/** Gathers all that is held on one person, for whoever may see the dossiers it is held with. */
@ApplicationScoped
class PeopleExport {

    private static final String LIST = "person";
    private static final List<String> FIRST_PAGE = List.of(String.valueOf(Long.MAX_VALUE), "");

    private final EntityManager entities;
    private final People people;
    private final Sides sides;
    private final History history;
    private final Dossiers dossiers;

    PeopleExport(EntityManager entities, People people, Sides sides, History history, Dossiers dossiers) {
        this.entities = entities;
        this.people = people;
        this.sides = sides;
        this.history = history;
        this.dossiers = dossiers;
    }

    @Transactional
    Page<Held> of(PersonAsked asked, int limit, String cursor) {
        Database.readAtOneMoment(entities);
        var last = cursor == null ? FIRST_PAGE : Cursor.read(LIST, cursor, 2);
        var found = people.asked(asked, sides.reach(), Cursor.number(last.get(0)), last.get(1), limit + 1);
        return Page.of(
                found,
                limit,
                this::held,
                person -> Cursor.after(
                        LIST, String.valueOf(person.dossier()), person.role().name()));
    }

    private Held held(Person person) {
        var dossier = dossiers.noted(dossiers.findById(person.dossier()));
        var beside = entities.find(Content.class, person.dossier());
        return new Held(
                DossierAnswer.of(dossier),
                dossier.papers().procedureCode(),
                person.role(),
                people.whole(person),
                people.former(person),
                beside == null ? null : beside.content(),
                beside == null ? null : beside.papers(),
                history.textsOf(dossier).stream()
                        .map(text -> new Text(text.number(), text.name(), text.text()))
                        .toList());
    }

    /** What is held with one dossier; a person who is two of its people is there twice. */
    @Schema(name = "HeldOnPerson")
    record Held(
            DossierAnswer dossier,
            String procedure,
            Person.Role role,
            PersonView person,
            @Schema(description = "What was said of the person before it was corrected, oldest first")
                    List<PersonView> former,
            @Schema(nullable = true) String content,
            @JsonRawValue @Schema(nullable = true, implementation = ReceiptBody.Paper[].class) String papers,
            @Schema(description = "What was written freely in steps of the dossier; it may speak of others")
                    List<Text> texts) {}

    @Schema(name = "HeldText")
    record Text(
            @Schema(description = "Number of the row of history") int number,
            @Schema(examples = "reason") String name,
            String text) {}
}
