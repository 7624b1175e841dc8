package vn.motcua.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The largest body an operation takes, in bytes, where it is not the usual one. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyLimit {

    long USUAL = 1 << 20;
    /** The server itself ends a connection that sends more, see {@code application.properties}. */
    long MOST = 1 << 30;

    long value();
}
