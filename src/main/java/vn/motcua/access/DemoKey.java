package vn.motcua.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** The key demo mode signs its tokens with, made at the first start and kept in the data folder. */
public final class DemoKey {

    private static final String FILE = "demo-signing-key";

    private final KeyPair keys;

    private DemoKey(KeyPair keys) {
        this.keys = keys;
    }

    /** The key kept in the folder; made there when it is not there yet. */
    public static DemoKey in(Path folder) {
        try {
            var file = folder.resolve(FILE);
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Files.write(file, fresh().getPrivate().getEncoded());
            }
            return new DemoKey(read(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("The demo signing key in " + folder + " cannot be used", unusable);
        }
    }

    /** For {@code quarkus.oidc.public-key}. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** For {@code smallrye.jwt.sign.key}. */
    public String privateKey() {
        return Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
    }

    private static KeyPair fresh() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static KeyPair read(byte[] encoded) throws GeneralSecurityException {
        var rsa = KeyFactory.getInstance("RSA");
        var secret = (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(encoded));
        var open = rsa.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
        return new KeyPair(open, secret);
    }
}
