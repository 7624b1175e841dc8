package vn.motcua.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON is UTF-8 (RFC 8259). Its reader would also guess at UTF-16 and take overlong forms, so this looks first. */
final class Utf8Body extends InputStream {

    private final InputStream sent;
    private InputStream checked;

    Utf8Body(InputStream sent) {
        this.sent = sent;
    }

    @Override
    public int read() throws IOException {
        return checked().read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return checked().read(buffer, offset, length);
    }

    private InputStream checked() throws IOException {
        if (checked == null) {
            var bytes = sent.readAllBytes();
            requireUtf8(bytes);
            checked = new ByteArrayInputStream(bytes);
        }
        return checked;
    }

    private static void requireUtf8(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            if (text.chars().anyMatch(character -> character == 0)) {
                throw HttpProblem.BODY_NOT_UTF8.because(); // UTF-16 without its mark, most likely
            }
        } catch (CharacterCodingException otherwise) {
            throw HttpProblem.BODY_NOT_UTF8.because();
        }
    }

    @Override
    public void close() throws IOException {
        sent.close();
    }
}
