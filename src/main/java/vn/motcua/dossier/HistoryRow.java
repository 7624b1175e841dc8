package vn.motcua.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** One row of a dossier's history. Written once; the database itself refuses any change. */
@Entity
@Immutable
@Table(name = "dossier_event")
class HistoryRow {

    @Id
    @GeneratedValue(generator = "dossier_event_seq")
    @SequenceGenerator(name = "dossier_event_seq", sequenceName = "dossier_event_seq", allocationSize = 100)
    private Long position;

    private Long dossier;
    private int number;
    private String type;

    @Column(name = "done_by")
    private String by;

    @Column(name = "at")
    private Instant at;

    private Instant recordedAt;
    private Instant knownAt;
    private Integer annuls;
    private String facts;
    private byte[] previousHash;
    private byte[] hash;

    @Embedded
    private Standing standing;

    @Transient
    private List<FreeText> texts = List.of();

    protected HistoryRow() {}

    HistoryRow(
            HistoryFacts said,
            Integer annuls,
            String facts,
            byte[] previousHash,
            Instant knownAt,
            List<FreeText> texts) {
        this.annuls = annuls;
        this.number = said.number();
        this.type = said.type();
        this.by = said.by();
        this.at = said.at();
        this.recordedAt = said.recordedAt();
        this.standing = said.standing();
        this.knownAt = knownAt;
        this.facts = facts;
        this.previousHash = previousHash;
        this.hash = chained(previousHash, facts);
        this.texts = texts;
    }

    /** SHA-256 over the hash before it and the facts, byte for byte. */
    static byte[] chained(byte[] previous, String facts) {
        var digest = sha256();
        digest.update(previous);
        return digest.digest(facts.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }

    /** Ties the row to a dossier that has its id. */
    HistoryRow of(Dossier owner) {
        dossier = owner.id();
        texts.forEach(text -> text.of(owner.id()));
        return this;
    }

    List<FreeText> texts() {
        return texts;
    }

    Long dossier() {
        return dossier;
    }

    int number() {
        return number;
    }

    String type() {
        return type;
    }

    String by() {
        return by;
    }

    Instant at() {
        return at;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    /** The number of the first row that, with all after it, never was; null if it undoes nothing. */
    Integer annuls() {
        return annuls;
    }

    String facts() {
        return facts;
    }

    byte[] previousHash() {
        return previousHash;
    }

    byte[] hash() {
        return hash;
    }

    Standing standing() {
        return standing;
    }
}
