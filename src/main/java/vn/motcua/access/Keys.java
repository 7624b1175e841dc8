package vn.motcua.access;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The keys of one reading of the file, ready for use. */
final class Keys {

    private final FileTime written;
    private final int first;
    private final Set<Integer> sealing;
    private final Aead seal;
    private final PrfSet find;
    private final PrfSet track;

    Keys(KeyFile.Keysets sets, FileTime written) {
        this.written = written;
        this.first = sets.seal().getPrimary().getId();
        this.sealing = ids(sets.seal());
        this.seal = primitive(sets.seal(), Aead.class);
        this.find = primitive(sets.find(), PrfSet.class);
        this.track = primitive(sets.track(), PrfSet.class);
    }

    private static <T> T primitive(KeysetHandle keyset, Class<T> type) {
        try {
            return keyset.getPrimitive(RegistryConfiguration.get(), type);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("The file of keys holds keys of another kind", unusable);
        }
    }

    private static Set<Integer> ids(KeysetHandle keyset) {
        return IntStream.range(0, keyset.size())
                .mapToObj(i -> keyset.getAt(i).getId())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean areOf(FileTime written) {
        return this.written.equals(written);
    }

    int first() {
        return first;
    }

    Set<Integer> sealing() {
        return sealing;
    }

    byte[] seal(byte[] plain, byte[] about) throws GeneralSecurityException {
        return seal.encrypt(plain, about);
    }

    byte[] open(byte[] sealed, byte[] about) throws GeneralSecurityException {
        return seal.decrypt(sealed, about);
    }

    byte[] digest(byte[] value, int bytes) throws GeneralSecurityException {
        return find.computePrimary(value, bytes);
    }

    List<byte[]> digests(byte[] value, int bytes) throws GeneralSecurityException {
        return each(find.getPrfs().values(), value, bytes);
    }

    byte[] track(byte[] value, int bytes) throws GeneralSecurityException {
        return track.computePrimary(value, bytes);
    }

    private static List<byte[]> each(Collection<Prf> functions, byte[] value, int bytes)
            throws GeneralSecurityException {
        var digests = new ArrayList<byte[]>();
        for (var function : functions) {
            digests.add(function.compute(value, bytes));
        }
        return digests;
    }
}
