package vn.motcua.dossier;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import vn.motcua.access.Keyring;

/** What was said of a person before a correction, all of it sealed. */
@Entity
@Table(name = "dossier_person_former")
class FormerPerson {

    @EmbeddedId
    private Place place;

    private byte[] sealed;
    private int keyId;

    protected FormerPerson() {}

    FormerPerson(Place place, byte[] said, Keyring keys) {
        this.place = place;
        seal(said, keys);
    }

    private void seal(byte[] said, Keyring keys) {
        var closed = keys.seal(place.name(), said);
        sealed = closed.bytes();
        keyId = closed.key();
    }

    byte[] open(Keyring keys) {
        return keys.open(place.name(), sealed);
    }

    void sealAgain(Keyring keys) {
        seal(open(keys), keys);
    }

    /** @param number of the row of history that corrected it */
    @Embeddable
    record Place(Long dossier, int number, @Enumerated(EnumType.STRING) Person.Role role) {

        private String name() {
            return dossier + "/" + role + "/" + number;
        }
    }
}
