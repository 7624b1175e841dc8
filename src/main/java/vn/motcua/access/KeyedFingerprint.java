package vn.motcua.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.motcua.http.Fingerprint;

/** A keyed hash of a plain one, so that what earlier releases kept could be keyed too (V19). */
@ApplicationScoped
class KeyedFingerprint implements Fingerprint {

    private final Keyring keys;

    KeyedFingerprint(Keyring keys) {
        this.keys = keys;
    }

    @Override
    public String of(String said) {
        return HexFormat.of().formatHex(keys.digest(Keyring.REQUEST, plain(said)));
    }

    @Override
    public boolean matches(String fingerprint, String said) {
        return keys.digests(Keyring.REQUEST, plain(said)).stream()
                .map(HexFormat.of()::formatHex)
                .anyMatch(fingerprint::equals);
    }

    private static String plain(String said) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }
}
