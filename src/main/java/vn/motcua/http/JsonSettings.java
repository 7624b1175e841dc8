package vn.motcua.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import vn.motcua.deadline.CutOff;

/** JSON is read strictly: no unknown field, no second reading of a type, no text a database cannot hold. */
@Singleton
public class JsonSettings implements ObjectMapperCustomizer {

    /** After the framework has added its own readers of dates: the last one added is asked first. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation") // the mapper is built by the framework; only its setters are left to us
    public void customize(ObjectMapper mapper) {
        mapper.getFactory().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.disable(
                DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE, DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(
                SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);
        mapper.registerModule(new SimpleModule("text").addDeserializer(String.class, new Text()));
        mapper.addMixIn(CutOff.class, WithoutNulls.class);
        mapper.registerModule(new SimpleModule("dates")
                .addDeserializer(LocalTime.class, new Written<>(LocalTime.class, Dates::readTime))
                .addDeserializer(Duration.class, new Written<>(Duration.class, Dates::readDuration))
                .addDeserializer(LocalDate.class, new Written<>(LocalDate.class, Dates::read))
                .addDeserializer(Instant.class, new Written<>(Instant.class, Dates::readMoment))
                .addDeserializer(OffsetDateTime.class, new Written<>(OffsetDateTime.class, Dates::readWithOffset)));
    }

    /** The clock knows nothing of JSON; a cut-off is either an hour or a duration, and only that one is shown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private interface WithoutNulls {}

    /** Reads a value only as the API writes it: no numbers, no arrays, no other form of the same moment. */
    private static final class Written<T> extends StdScalarDeserializer<T> {

        private final transient Function<String, Optional<T>> form;

        Written(Class<T> type, Function<String, Optional<T>> form) {
            super(type);
            this.form = form;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var value = parser.hasToken(JsonToken.VALUE_STRING) ? form.apply(parser.getText()) : Optional.<T>empty();
            return value.isPresent()
                    ? value.get()
                    : (T) context.handleWeirdStringValue(handledType(), parser.getText(), "another form is expected");
        }
    }

    /** Refuses NUL and lone surrogates, which PostgreSQL text cannot hold. */
    private static final class Text extends StdScalarDeserializer<String> {

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isScalarValue()
                    || parser.currentToken().isNumeric()
                    || parser.currentToken().isBoolean()) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            var text = parser.getText();
            return Texts.isStorable(text)
                    ? text
                    : (String) context.handleWeirdStringValue(String.class, text, "not storable");
        }
    }
}
