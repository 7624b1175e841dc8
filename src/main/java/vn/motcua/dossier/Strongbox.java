package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.motcua.access.Keyring;

/** Seals what people say of themselves, finds it without opening, and opens it to be shown. */
@ApplicationScoped
class Strongbox {

    private final Keyring keys;

    Strongbox(Keyring keys) {
        this.keys = keys;
    }

    Person person(Long dossier, Person.Role role, PersonBody said) {
        var place = Person.place(dossier, role);
        return new Person(dossier, role, said, SealedParticulars.of(Particulars.of(said), place, keys));
    }

    /** The person as they said they are, or masked. */
    PersonView shown(Person person, boolean whole) {
        var view = person.shown(person.open(keys));
        return whole ? view : view.masked();
    }

    /** What stands in a row for this identity number, by each key it may have been written with. */
    List<byte[]> identities(String number) {
        return SealedParticulars.identities(number, keys);
    }

    List<byte[]> phones(String number) {
        return SealedParticulars.phones(number, keys);
    }
}
