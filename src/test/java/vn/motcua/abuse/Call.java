package vn.motcua.abuse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A request as it goes over the line, well-formed or not.
 *
 * @param headers by name, in the order they are sent; a value of null is not sent
 * @param body null where there is none
 */
record Call(String method, String path, Map<String, String> headers, byte[] body) {

    private static final int LONGEST_SHOWN = 160;

    Call with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, path, more, body);
    }

    byte[] bytes() {
        var lines = new LinkedHashMap<String, String>();
        lines.put("Host", "localhost");
        lines.put("Content-Length", body == null ? null : String.valueOf(body.length));
        lines.putAll(headers);
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        lines.forEach((name, value) -> head.append(value == null ? "" : name + ": " + value + "\r\n"));
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body == null ? new byte[0] : body);
        return all.toByteArray();
    }

    /** Whether what follows on the connection could be taken for the rest of this. */
    boolean endsTheConnection() {
        return headers.containsKey("Content-Length");
    }

    /** For people: on one line, and not too long. */
    @Override
    public String toString() {
        var shown = new StringJoiner(" ").add(method).add(path);
        headers.forEach((name, value) -> {
            if (!name.equals("Authorization")) {
                shown.add(name + ": " + value);
            }
        });
        if (body != null) {
            shown.add(new String(body, 0, Math.min(body.length, LONGEST_SHOWN), StandardCharsets.UTF_8));
        }
        return shortened(shown.toString());
    }

    static String shortened(String text) {
        var line = text.replaceAll("\\p{C}", "·");
        return line.length() <= 2 * LONGEST_SHOWN ? line : line.substring(0, 2 * LONGEST_SHOWN) + "…";
    }
}
