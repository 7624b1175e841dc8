package vn.motcua.abuse;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Spoils a good request at random: its method, its address, its headers or its body. The same seed, the same way. */
final class Spoiler {

    static final List<String> NASTY = List.of(
            "",
            " ",
            "0",
            "-1",
            "1.5",
            "201",
            "99999999999999999999",
            "1e999999999",
            "NaN",
            "null",
            "true",
            "[]",
            "{}",
            "*",
            "\"",
            "\"0\"",
            "W/\"0\"",
            "\\",
            "'",
            "'; drop table dossier; --",
            "../../../etc/passwd",
            "%00",
            "%zz",
            "${jndi:ldap://localhost/}",
            "\0",
            "a\0b",
            "\ud800",
            "\udc00\ud800",
            "\ufffe\uffff",
            "😀",
            "👨‍👩‍👧‍👦".repeat(20),
            "\u202egnp.\u200b",
            "e" + "\u0301".repeat(500),
            "٠١٢",
            "Đăng ký khai sinh",
            "x".repeat(300),
            "x".repeat(5_000),
            "2026-02-30",
            "2026-01-01",
            "0000-01-01",
            "10000-01-01",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:00:00+25:00",
            "9999-12-31T23:59:59-18:00",
            "2026-01-05T08:00:00+07:00",
            "PT-1H",
            "P99999999999999D",
            "text/html",
            "application/json;q=0",
            "gzip",
            "Bearer ..",
            "X05",
            "X02.1",
            "1.990194",
            "PROCESSING",
            "COUNTER",
            "DWQfMQ");

    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW");
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Content-Type",
            "Content-Encoding",
            "If-Match",
            "If-None-Match",
            "If-None-Match",
            "Idempotency-Key",
            "Authorization",
            "Cookie",
            "Origin",
            "Range",
            "X-Forwarded-For",
            "X-HTTP-Method-Override",
            "traceparent");

    private final Random random;
    private final List<String> parameters;

    /** @param parameters names the operation's query knows */
    Spoiler(Random random, List<String> parameters) {
        this.random = random;
        this.parameters = parameters;
    }

    Call spoil(Call good) {
        var call = good;
        for (int times = random.nextInt(4); times > 0; times--) {
            call = once(call);
        }
        return call;
    }

    private Call once(Call call) {
        var what = random.nextInt(20);
        if (call.body() != null && what < 12) {
            var body = new BodySpoiler(random).spoil(call.body());
            return new Call(call.method(), call.path(), call.headers(), body);
        }
        return switch (what % 8) {
            case 0 -> new Call(any(METHODS), call.path(), call.headers(), call.body());
            case 1, 2 -> at(call, spoiltPath(call.path()));
            case 3, 4 -> at(call, spoiltQuery(call.path()));
            default -> spoiltHeader(call);
        };
    }

    private static Call at(Call call, String path) {
        return new Call(call.method(), path, call.headers(), call.body());
    }

    private String spoiltPath(String path) {
        var question = path.contains("?") ? path.substring(path.indexOf('?')) : "";
        var parts = path.substring(0, path.length() - question.length()).split("/");
        var part = random.nextInt(parts.length - 1) + 1;
        switch (random.nextInt(5)) {
            case 0 -> parts[part] = parts[part] + "/" + encoded(any(NASTY));
            case 1 -> parts[part] = parts[part] + encoded(any(NASTY));
            case 2 -> parts[part] = raw(any(NASTY));
            default -> parts[parts.length - 1] = encoded(any(NASTY));
        }
        return String.join("/", parts) + question;
    }

    private String spoiltQuery(String path) {
        var name = parameters.isEmpty() || random.nextInt(6) == 0 ? encoded(any(NASTY)) : any(parameters);
        var value = random.nextInt(5) == 0 ? raw(any(NASTY)) : encoded(any(NASTY));
        var said = path.indexOf(name + "=");
        if (said > 0 && random.nextBoolean()) {
            return path.substring(0, said + name.length() + 1) + value;
        }
        return path + (path.contains("?") ? "&" : "?") + name + "=" + value;
    }

    /** Where a version is asked for, often one nobody has. */
    private Call spoiltHeader(Call call) {
        if (call.headers().containsKey("If-Match") && random.nextInt(4) == 0) {
            return call.with("If-Match", "\"999999\"");
        }
        return call.with(any(HEADERS), random.nextInt(4) == 0 ? null : printable(any(NASTY)));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As it is, but still one word: else it would be another line. */
    private static String raw(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s#?]", "");
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "");
    }
}
