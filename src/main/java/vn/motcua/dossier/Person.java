package vn.motcua.dossier;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import vn.motcua.access.Keyring;
import vn.motcua.dossier.PersonBody.Address;
import vn.motcua.dossier.PersonBody.Identity;

/** Somebody a dossier is about or who brought it. Personal data, in a table of its own; all but the name is sealed. */
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
    private String areaCode;

    @Embedded
    private SealedParticulars particulars;

    protected Person() {}

    /** @param particulars null where nothing was said that has to be sealed */
    Person(Long dossier, Role role, PersonBody said, SealedParticulars particulars) {
        place = new Place(dossier, role);
        kind = said.kind();
        name = said.name();
        nameKey = key(said.name());
        identityKind = Optional.ofNullable(said.identity()).map(Identity::kind).orElse(null);
        areaCode = Optional.ofNullable(said.address()).map(Address::areaCode).orElse(null);
        this.particulars = particulars;
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

    Long dossier() {
        return place.dossier;
    }

    Role role() {
        return place.role;
    }

    /** What the particulars are sealed for, so that they mean nothing in any other row. */
    static String place(Long dossier, Role role) {
        return dossier + "/" + role;
    }

    Particulars open(Keyring keys) {
        return particulars == null
                ? Particulars.NONE
                : SealedParticulars.open(particulars.sealed(), place(place.dossier, place.role), keys);
    }

    PersonView shown(Particulars said) {
        var number = said.identityNumber();
        var identity = number == null ? null : new PersonView.IdentityView(identityKind, number);
        var where = said.address() == null && areaCode == null ? null : new Address(said.address(), areaCode);
        return new PersonView(kind, name, identity, said.phone(), said.email(), where, said.authorisation());
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
