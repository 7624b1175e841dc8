package vn.motcua.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/** Where the keys are kept: one file of three Tink keysets, readable by its owner alone. */
final class KeyFile {

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEY_BYTES = 32;

    private final Path path;

    KeyFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** When it was last written, in whole or not at all. */
    FileTime written() {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file of keys " + path + " cannot be read", unreadable);
        }
    }

    Keysets read() {
        try {
            var file = JSON.readTree(path.toFile());
            return new Keysets(keyset(file, "seal"), keyset(file, "find"), keyset(file, "track"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file of keys " + path + " cannot be read", unreadable);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("The file of keys " + path + " cannot be used", unusable);
        }
    }

    private static KeysetHandle keyset(JsonNode file, String name) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(file.path(name).toString(), InsecureSecretKeyAccess.get());
    }

    /** On the disk before this returns, and at no moment half written. */
    void write(Keysets keys) {
        try {
            Files.createDirectories(path.getParent());
            var beside = Files.createTempFile(
                    path.getParent(),
                    "keys",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(beside, text(keys));
            force(beside);
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(path.getParent());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The file of keys " + path + " cannot be written", unwritable);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable); // made by ourselves a moment ago
        }
    }

    private static void force(Path path) throws IOException {
        try (var open = FileChannel.open(path, StandardOpenOption.READ)) {
            open.force(true);
        }
    }

    private static String text(Keysets keys) throws GeneralSecurityException, IOException {
        var file = JSON.createObjectNode();
        file.set("seal", json(keys.seal));
        file.set("find", json(keys.find));
        file.set("track", json(keys.track));
        return file.toPrettyString();
    }

    private static JsonNode json(KeysetHandle keyset) throws GeneralSecurityException, IOException {
        return JSON.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
    }

    @Override
    public String toString() {
        return path.toString();
    }

    /**
     * What the file holds; the first key of each is the one written with, the others are still read with.
     *
     * @param seal AES-GCM of 256 bits, for what is kept
     * @param find HMAC with SHA-256, for finding what is sealed without opening it
     * @param track HMAC with SHA-256, for the secrets citizens look their dossiers up with
     */
    record Keysets(KeysetHandle seal, KeysetHandle find, KeysetHandle track) {

        static Keysets fresh() {
            return new Keysets(add(null, sealing()), add(null, hashing()), add(null, hashing()));
        }

        /** With new first keys for what is kept; secrets already printed on receipts stay as they are. */
        Keysets rotated() {
            return new Keysets(add(seal, sealing()), add(find, hashing()), track);
        }

        private static KeysetHandle add(KeysetHandle earlier, Parameters parameters) {
            try {
                var keys = earlier == null ? KeysetHandle.newBuilder() : KeysetHandle.newBuilder(earlier);
                var added = KeysetHandle.generateEntryFromParameters(parameters)
                        .withRandomId()
                        .makePrimary();
                return keys.addEntry(added).build();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible); // every Java platform has these algorithms
            }
        }

        private static Parameters sealing() {
            try {
                return AesGcmParameters.builder()
                        .setKeySizeBytes(KEY_BYTES)
                        .setIvSizeBytes(12)
                        .setTagSizeBytes(16)
                        .setVariant(AesGcmParameters.Variant.TINK)
                        .build();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible); // sizes NIST SP 800-38D allows
            }
        }

        private static Parameters hashing() {
            try {
                return HmacPrfParameters.builder()
                        .setKeySizeBytes(KEY_BYTES)
                        .setHashType(HmacPrfParameters.HashType.SHA256)
                        .build();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible); // sizes RFC 2104 allows
            }
        }
    }
}
