package vn.motcua.dossier;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Optional;
import vn.motcua.access.Keyring;

/**
 * The particulars of a person as the table holds them.
 *
 * @param sealed opens only for this place of this dossier
 * @param keyId id of the key it was sealed with
 * @param identityDigest keyed hash of the identity number, to find it by
 * @param phoneDigest the same of the phone number
 */
@Embeddable
record SealedParticulars(byte[] sealed, Integer keyId, byte[] identityDigest, byte[] phoneDigest) {

    private static final String IDENTITY = "identity";
    private static final String PHONE = "phone";

    /** Null where nothing was said that has to be sealed. */
    static SealedParticulars of(Particulars said, String place, Keyring keys) {
        if (said.isEmpty()) {
            return null;
        }
        // Before the digests: were the key to change in between, the row would still count as one of the earlier key's.
        var sealed = keys.seal(place, said.written());
        return new SealedParticulars(
                sealed.bytes(),
                sealed.key(),
                digest(IDENTITY, said.identityKey(), keys),
                digest(PHONE, said.phoneKey(), keys));
    }

    private static byte[] digest(String kind, Optional<String> key, Keyring keys) {
        return key.map(known -> keys.digest(kind, known)).orElse(null);
    }

    static Particulars open(byte[] sealed, String place, Keyring keys) {
        return Particulars.read(keys.open(place, sealed));
    }

    static List<byte[]> identities(String typed, Keyring keys) {
        return keys.digests(IDENTITY, Particulars.identity(typed));
    }

    static List<byte[]> phones(String typed, Keyring keys) {
        return keys.digests(PHONE, Particulars.phone(typed));
    }
}
