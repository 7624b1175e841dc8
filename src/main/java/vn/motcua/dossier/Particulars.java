package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.dossier.PersonBody.Address;
import vn.motcua.dossier.PersonBody.Identity;

/** What a person said of themselves that is kept sealed, as it was said. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Particulars(String identityNumber, String phone, String email, String address, String authorisation) {

    static final Particulars NONE = new Particulars(null, null, null, null, null);

    /** Of what is sealed. Apart from the settings of the API, so that changing those never changes old rows. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // a later release may keep more
            .build();

    static Particulars of(PersonBody said) {
        return new Particulars(
                Optional.ofNullable(said.identity()).map(Identity::number).orElse(null),
                said.phone(),
                said.email(),
                Optional.ofNullable(said.address()).map(Address::text).orElse(null),
                said.authorisation());
    }

    @JsonIgnore
    boolean isEmpty() {
        return Stream.of(identityNumber, phone, email, address, authorisation).allMatch(each -> each == null);
    }

    byte[] written() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible); // five texts
        }
    }

    static Particulars read(byte[] written) {
        try {
            return JSON.readValue(written, Particulars.class);
        } catch (IOException broken) {
            throw new IllegalStateException("What was sealed of a person is not what this release writes", broken);
        }
    }

    Optional<String> identityKey() {
        return Optional.ofNullable(identityNumber).map(Particulars::identity).filter(key -> !key.isEmpty());
    }

    Optional<String> phoneKey() {
        return Optional.ofNullable(phone).map(Particulars::phone).filter(key -> !key.isEmpty());
    }

    /** An identity number however it was typed: in capitals, without separators. */
    static String identity(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** A phone number however it was typed: digits, the country's code as the zero it stands for. */
    static String phone(String typed) {
        return typed.replaceAll("[^0-9+]", "")
                .replaceFirst("^(\\+|00)840?", "0")
                .replace("+", "");
    }
}
