package vn.motcua.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import vn.motcua.problem.Problem;
import vn.motcua.problem.Problem.Flaw;

/** Tells which places of a request are wrong, whoever found them: the JSON reader, the validator or a rule. */
public final class Flaws {

    private static final int LONGEST_NAME = 200;

    private static final Map<String, Text> TEXTS = Map.of(
            "NotNull", new Text("required", "Bắt buộc phải có", "Is required"),
            "NotBlank", new Text("required", "Bắt buộc phải có", "Is required"),
            "NotEmpty", new Text("required", "Bắt buộc phải có", "Is required"),
            "Size", new Text("length", "Độ dài hoặc số lượng không hợp lệ", "Has a wrong length or number"),
            "Pattern", new Text("format", "Sai định dạng", "Has a wrong format"),
            "Min", new Text("range", "Nằm ngoài khoảng cho phép", "Is out of range"),
            "Max", new Text("range", "Nằm ngoài khoảng cho phép", "Is out of range"));

    private Flaws() {}

    /** A request refused for one wrong place. */
    public static Problem at(String pointer, String code, String vietnamese, String english) {
        return HttpProblem.INVALID_REQUEST.because(pointer).at(List.of(new Flaw(pointer, code, vietnamese, english)));
    }

    /** One of the parameters could not be read; which, only the value that the failure quotes can tell. */
    static Problem unread(Map<String, List<String>> parameters, Throwable failure) {
        var quoted = String.valueOf(failure.getMessage());
        var suspects = parameters.keySet().stream()
                .filter(name -> parameters.get(name).stream().anyMatch(quoted::contains))
                .toList();
        return suspects.size() == 1
                ? at(suspects.get(0), "format", "Sai định dạng", "Has a wrong format")
                : HttpProblem.INVALID_REQUEST.because(String.join(", ", parameters.keySet()));
    }

    static Problem of(ConstraintViolationException violations) {
        var flaws = violations.getConstraintViolations().stream()
                .map(Flaws::of)
                .sorted(java.util.Comparator.comparing(Flaw::pointer))
                .toList();
        return HttpProblem.INVALID_REQUEST
                .because(flaws.stream().map(Flaw::pointer).collect(Collectors.joining(", ")))
                .at(flaws);
    }

    private static Flaw of(ConstraintViolation<?> violation) {
        var constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        var text = TEXTS.getOrDefault(constraint, new Text("invalid", "Không hợp lệ", "Is not valid"));
        return new Flaw(pointer(violation.getPropertyPath()), text.code, text.vietnamese, text.english);
    }

    private static String pointer(Path path) {
        var nodes = StreamSupport.stream(path.spliterator(), false).toList();
        var within = nodes.stream().anyMatch(node -> node.getKind() == ElementKind.PROPERTY);
        return nodes.stream()
                .filter(node -> node.getKind() == ElementKind.PROPERTY
                        || node.getKind() == ElementKind.CONTAINER_ELEMENT
                        || node.getKind() == ElementKind.PARAMETER && !within) // a body, or a bean of parameters
                .map(Flaws::segment)
                .collect(Collectors.joining());
    }

    private static String segment(Path.Node node) {
        var index = node.getIndex() == null ? "" : "/" + node.getIndex();
        var body = node.getKind() == ElementKind.PARAMETER && "body".equals(node.getName());
        return body || node.getName() == null || node.getName().startsWith("<") ? index : index + "/" + node.getName();
    }

    static Problem of(JsonMappingException malformed) {
        var pointer = malformed.getPath().stream().map(Flaws::segment).collect(Collectors.joining());
        if (malformed.getCause() instanceof Problem refused) {
            return refused.at(
                    refused.flaws().stream().map(flaw -> moved(flaw, pointer)).toList());
        }
        if (malformed instanceof UnrecognizedPropertyException) {
            return at(pointer, "unknown-field", "Không có trường này", "There is no such field");
        }
        return at(pointer, "type", "Sai kiểu hoặc giá trị không hợp lệ", "Has a wrong type or an impossible value");
    }

    /** A name of the caller's choice is escaped (RFC 6901) and, for an answer to repeat it, shortened. */
    private static String segment(JsonMappingException.Reference step) {
        var name = step.getFieldName();
        return "/"
                + (name == null
                        ? String.valueOf(step.getIndex())
                        : Texts.shown(Texts.named(name), LONGEST_NAME)
                                .replace("~", "~0")
                                .replace("/", "~1"));
    }

    /** A value of the body that refused itself knows what is wrong, and which member, but not where it stands. */
    private static Flaw moved(Flaw flaw, String pointer) {
        var member = flaw.pointer().startsWith("/") ? flaw.pointer() : "";
        return new Flaw(pointer + member, flaw.code(), flaw.vietnamese(), flaw.english());
    }

    private record Text(String code, String vietnamese, String english) {}
}
