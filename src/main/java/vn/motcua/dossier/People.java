package vn.motcua.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.access.Keyring;

/** The people of dossiers: found, shown whole to those they may be shown to, and set right. */
@ApplicationScoped
class People {

    private static final String SEEN =
            """
            select p.* from dossier_person p join dossier d on d.id = p.dossier
            where d.units && cast(:reach as text[]) and (p.dossier, p.role) < (:dossier, :role) and %s
            order by p.dossier desc, p.role desc""";

    private static final String BY_NUMBER = "p.identity_digest in (:identity)";
    private static final String BY_PLACE = "d.code = :code and p.role = :is";

    private final EntityManager entities;
    private final Strongbox strongbox;
    private final Keyring keys;

    People(EntityManager entities, Strongbox strongbox, Keyring keys) {
        this.entities = entities;
        this.strongbox = strongbox;
        this.keys = keys;
    }

    /** Those meant, of dossiers within reach, newest first, from below a dossier and role on. */
    @SuppressWarnings("unchecked")
    List<Person> asked(PersonAsked asked, Set<String> reach, long dossier, String role, int most) {
        var byNumber = asked.identityNumber() != null;
        var query = entities.createNativeQuery(SEEN.formatted(byNumber ? BY_NUMBER : BY_PLACE), Person.class)
                .setParameter("reach", reach.toArray(String[]::new))
                .setParameter("dossier", dossier)
                .setParameter("role", role)
                .setMaxResults(most);
        if (byNumber) {
            query.setParameter("identity", strongbox.identities(asked.identityNumber()));
        } else {
            query.setParameter("code", asked.dossier().value())
                    .setParameter("is", asked.role().name());
        }
        return query.getResultList();
    }

    PersonView whole(Person person) {
        return strongbox.shown(person, true);
    }

    /** What was said of them before each correction, oldest first. */
    List<PersonView> former(Person person) {
        return entities.createQuery(
                        "from FormerPerson where place.dossier = ?1 and place.role = ?2 order by place.number",
                        FormerPerson.class)
                .setParameter(1, person.dossier())
                .setParameter(2, person.role())
                .getResultStream()
                .map(former -> read(former.open(keys)))
                .toList();
    }

    /** Says something else of one of a dossier's people; what was said before is kept for the row to come. */
    void setRight(Dossier dossier, Person.Role role, PersonBody said) {
        var place = new Person.Place(dossier.id(), role);
        var wrong = Optional.ofNullable(entities.find(Person.class, place))
                .orElseThrow(() -> DossierProblem.PERSON_UNKNOWN.because(role));
        var right = strongbox.person(dossier.id(), role, said);
        if (whole(right).equals(whole(wrong))) {
            throw DossierProblem.CORRECTION_CHANGES_NOTHING.because();
        }
        var row = new FormerPerson.Place(dossier.id(), dossier.lastNumber() + 1, role);
        entities.persist(new FormerPerson(row, write(whole(wrong)), keys));
        entities.merge(right);
    }

    private static byte[] write(PersonView person) {
        try {
            return Particulars.JSON.writeValueAsBytes(person);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static PersonView read(byte[] written) {
        try {
            return Particulars.JSON.readValue(written, PersonView.class);
        } catch (IOException broken) {
            throw new IllegalStateException("What was sealed of a person is not what this release writes", broken);
        }
    }
}
