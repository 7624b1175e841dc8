package vn.motcua.dossier;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What somebody wrote freely. Kept beside history, which holds only a salted digest of it. */
@Entity
@Table(name = "dossier_text")
class FreeText {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    @EmbeddedId
    private Place place;

    private String text;
    private byte[] salt;

    protected FreeText() {}

    FreeText(int number, String name, String text) {
        this.place = new Place(null, number, name);
        this.text = text;
        this.salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
    }

    void of(Long dossier) {
        place = new Place(dossier, place.number, place.name);
    }

    String digest() {
        var digest = HistoryRow.sha256();
        digest.update(salt);
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    Long dossier() {
        return place.dossier;
    }

    int number() {
        return place.number;
    }

    String name() {
        return place.name;
    }

    String text() {
        return text;
    }

    @Embeddable
    record Place(Long dossier, int number, String name) {}
}
