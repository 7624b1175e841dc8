package vn.motcua.http;

/**
 * What is kept of a request to know it again, and from which nobody can find out what it said: a plain digest would give
 * a person's identity number away to whoever tries them all. The keys for it are kept further up.
 */
public interface Fingerprint {

    String of(String said);

    /** Whether this was made of the same, with whichever key was in use then. */
    boolean matches(String fingerprint, String said);
}
