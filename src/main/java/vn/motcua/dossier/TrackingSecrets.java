package vn.motcua.dossier;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Locale;
import vn.motcua.access.Keyring;

/**
 * The secret on a receipt, by which its citizen looks the dossier up. Derived from code and issue number by a key
 * outside the database; nothing stores it.
 */
@ApplicationScoped
public class TrackingSecrets {

    /** The number of the secret on the receipt. */
    public static final int FIRST_ISSUE = 1;

    static final String MEMBER = "trackingSecret";

    /** Crockford's: no I, L, O, which are read as digits, and no U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 16; // 80 bits, five for each character
    private static final int GROUP = 4;

    private final Keyring keys;

    TrackingSecrets(Keyring keys) {
        this.keys = keys;
    }

    /** As it is printed: {@code 7ZK4-M0QX-2B9T-HV3D}. */
    public String of(String code, int issue) {
        return characters(code, issue).replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** Whether it is the secret of this issue, however it was typed. Takes as long for any other of its length. */
    public boolean opens(String typed, String code, int issue) {
        var expected = characters(code, issue).getBytes(US_ASCII);
        return MessageDigest.isEqual(expected, plain(typed).getBytes(US_ASCII));
    }

    /** Puts the first secret into the answer to a receipt, on its way out. */
    void addTo(ObjectNode receipt) {
        receipt.put(MEMBER, of(receipt.get("code").textValue(), FIRST_ISSUE));
    }

    private String characters(String code, int issue) {
        var digits = new BigInteger(1, keys.secret(code + "/" + issue)).toString(ALPHABET.length());
        var characters = new StringBuilder();
        digits.chars()
                .map(digit -> ALPHABET.charAt(Character.digit(digit, ALPHABET.length())))
                .forEach(character -> characters.append((char) character));
        return "0".repeat(LENGTH - characters.length()) + characters;
    }

    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u00A0-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
