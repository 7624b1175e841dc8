package vn.motcua.dossier;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import vn.motcua.dossier.PersonBody.Address;

/** Somebody a dossier is about or who brought it. Personal data, in a table of its own. */
@Entity
@Table(name = "dossier_person")
class Person {

    @EmbeddedId
    private Place place;

    @Enumerated(EnumType.STRING)
    private PersonBody.Kind kind;

    private String name;
    private String nameKey;
    private String identityKind;
    private String identityNumber;
    private String phone;
    private String email;
    private String address;
    private String areaCode;
    private String authorisation;

    protected Person() {}

    Person(Long dossier, Role role, PersonBody said) {
        place = new Place(dossier, role);
        kind = said.kind();
        name = said.name();
        nameKey = key(said.name());
        phone = said.phone();
        email = said.email();
        authorisation = said.authorisation();
        Optional.ofNullable(said.identity()).ifPresent(identity -> {
            identityKind = identity.kind();
            identityNumber = identity.number();
        });
        Optional.ofNullable(said.address()).ifPresent(at -> {
            address = at.text();
            areaCode = at.areaCode();
        });
    }

    /** A name as clerks type it: without tone marks, in lower case, single spaces. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replaceAll("\\s+", " ")
                .strip();
    }

    Role role() {
        return place.role;
    }

    /** The person as shown: the identity number by its last four characters. */
    PersonView shown() {
        var identity = identityNumber == null ? null : PersonView.IdentityView.of(identityKind, identityNumber);
        var where = address == null && areaCode == null ? null : new Address(address, areaCode);
        return new PersonView(kind, name, identity, phone, email, where, authorisation);
    }

    /** What the person is to the dossier. */
    enum Role {
        APPLICANT,
        SUBMITTER,
        PROXY
    }

    @Embeddable
    record Place(Long dossier, @Enumerated(EnumType.STRING) Role role) {}
}
