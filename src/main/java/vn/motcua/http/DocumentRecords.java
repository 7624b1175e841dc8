package vn.motcua.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/** The records bodies are made of, as JSON shows them: their members in order, and when one is null or left out. */
final class DocumentRecords {

    private static final DotName OPTIONAL = DotName.createSimple(Optional.class);

    private final IndexView code;
    private final Map<String, ClassInfo> byName = new HashMap<>();

    DocumentRecords(IndexView code) {
        this.code = code;
        code.getKnownClasses().stream().filter(ClassInfo::isRecord).forEach(type -> byName.put(nameOf(type), type));
    }

    /** The members of the record behind a schema; none when there is no record behind it. */
    List<Member> members(String schema) {
        var type = schema.startsWith("Page") && !byName.containsKey(schema) ? byName.get("Page") : byName.get(schema);
        return type == null ? List.of() : members(type).toList();
    }

    private Stream<Member> members(ClassInfo type) {
        return type.unsortedRecordComponents().stream().flatMap(component -> {
            var unwrapped = annotation(component, JsonUnwrapped.class) != null ? classOf(component) : null;
            return unwrapped == null ? Stream.of(member(type, component)) : members(unwrapped);
        });
    }

    private ClassInfo classOf(RecordComponentInfo component) {
        return code.getClassByName(component.type().name());
    }

    private static Member member(ClassInfo owner, RecordComponentInfo component) {
        var renamed = text(annotation(component, JsonProperty.class), "value");
        var schema = annotation(component, Schema.class);
        var nullable = schema != null
                && schema.value("nullable") != null
                && schema.value("nullable").asBoolean();
        var either = component.type().name().equals(OPTIONAL);
        return new Member(renamed == null ? component.name() : renamed, nullable, inclusion(owner, component), either);
    }

    private static boolean inclusion(ClassInfo owner, RecordComponentInfo component) {
        var own = text(annotation(component, JsonInclude.class), "value");
        var said = own == null ? text(owner.declaredAnnotation(JsonInclude.class), "value") : own;
        return said != null && !said.equals("ALWAYS");
    }

    /** Annotations of a component stand on its field, its accessor or itself, by what they may stand on. */
    private static AnnotationInstance annotation(
            RecordComponentInfo component, Class<? extends java.lang.annotation.Annotation> type) {
        return component.declaringClass().annotations(type).stream()
                .filter(found -> isOn(found.target(), component.name()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOn(AnnotationTarget target, String name) {
        return switch (target.kind()) {
            case FIELD -> target.asField().name().equals(name);
            case METHOD ->
                target.asMethod().name().equals(name) && target.asMethod().parametersCount() == 0;
            case RECORD_COMPONENT -> target.asRecordComponent().name().equals(name);
            default -> false;
        };
    }

    private static String nameOf(ClassInfo type) {
        var named = text(type.declaredAnnotation(Schema.class), "name");
        return named == null ? type.simpleName() : named;
    }

    private static String text(AnnotationInstance annotation, String member) {
        AnnotationValue value = annotation == null ? null : annotation.value(member);
        return value == null ? null : value.asString();
    }

    /**
     * One member of a record.
     *
     * @param nullable whether it may have no value
     * @param omitted whether it is left out then, rather than null
     * @param either whether it is left out in some answers and null in others
     */
    record Member(String name, boolean nullable, boolean omitted, boolean either) {}
}
