package vn.motcua;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words that stand nowhere but in what people said of themselves, and every form they may turn up in. */
final class Planted {

    static final String NAME = "Đỗ Thị Quỳnh Trâm";
    static final String PROXY = "Lò Seo Phừ";
    static final String IMPORTED = "Mai Hoàng Yến Vy";
    static final String IDENTITY = "079185099123";
    static final String PHONE = "+84 987-654.123";
    static final String EMAIL = "Quynh.Tram.Do@rieng.example.vn";
    static final String ADDRESS = "Ngõ 113 phố Hoàng Ngân";
    static final String AUTHORISATION = "Giấy uỷ quyền Đoàn 5577";
    static final String CONTENT = "Xin tách thửa cho con trai Bảo Khang";
    static final String PAPER = "Sổ đỏ nhà bà Trâm";
    static final String REASON = "Bà Trâm thiếu giấy ly hôn";

    /** Sealed wherever they are kept. */
    static final List<String> SEALED = List.of(IDENTITY, PHONE, EMAIL, ADDRESS, AUTHORISATION);
    /** Kept readable in places of their own. */
    static final List<String> NAMES = List.of(NAME, PROXY, IMPORTED);

    static final List<String> TEXTS = List.of(CONTENT, PAPER, REASON);

    private Planted() {}

    static List<String> all() {
        var all = new ArrayList<>(SEALED);
        all.addAll(NAMES);
        all.addAll(TEXTS);
        return all;
    }

    static Map<String, Object> person(String name) {
        return Map.of(
                "kind",
                "CITIZEN",
                "name",
                name,
                "identity",
                Map.of("kind", "CCCD", "number", IDENTITY),
                "phone",
                PHONE,
                "email",
                EMAIL,
                "address",
                Map.of("text", ADDRESS, "areaCode", "00004"));
    }

    /** Where any of them stands in a text, in whichever form; each as the word and its form. */
    static Set<String> in(String text, List<String> words) {
        var lower = text.toLowerCase(Locale.ROOT);
        var found = new LinkedHashSet<String>();
        for (var word : words) {
            forms(word).forEach((form, written) -> {
                if (lower.contains(written.toLowerCase(Locale.ROOT))) {
                    found.add(word + " (" + form + ")");
                }
            });
        }
        return found;
    }

    /** The same without tone marks, as digits, escaped, in base64 and hexadecimal. */
    static Map<String, String> forms(String word) {
        var forms = new LinkedHashMap<String, String>();
        forms.put("as it is", word);
        forms.put("decomposed", Normalizer.normalize(word, Normalizer.Form.NFD));
        forms.put("without tone marks", plain(word));
        forms.put("in a URL", URLEncoder.encode(word, StandardCharsets.UTF_8));
        forms.put("in a path", URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20"));
        forms.put("escaped in JSON", escaped(word));
        var bytes = word.getBytes(StandardCharsets.UTF_8);
        forms.put("in hexadecimal", HexFormat.of().formatHex(bytes));
        for (var offset = 0; offset < 3; offset++) {
            forms.put("in base64, shifted by " + offset, base64(bytes, offset));
        }
        var digits = word.replaceAll("[^0-9]", "");
        if (digits.length() > 8) {
            forms.put("digits", digits);
            forms.put("last digits", digits.substring(digits.length() - 9));
            forms.put("digits in hexadecimal", HexFormat.of().formatHex(digits.getBytes(StandardCharsets.UTF_8)));
        }
        return forms;
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    private static String escaped(String word) {
        var escaped = new StringBuilder();
        word.chars().forEach(each -> escaped.append(each < 128 ? "" + (char) each : "\\u%04x".formatted(each)));
        return escaped.toString();
    }

    /** The characters that depend on these bytes alone, whatever stands before and after. */
    private static String base64(byte[] bytes, int offset) {
        var shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        var text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return text.substring(offset == 0 ? 0 : offset + 1, text.length() - 1);
    }
}
