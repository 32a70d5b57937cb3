package fovea.run;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

import fovea.training.TrainEvent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Events as lines of JSON: `{"event":"stepped","time":"2026-01-31T12:00:00Z","step":1,…}`. Numbers
/// that are none are the texts `"NaN"`, `"Infinity"` and `"-Infinity"`.
final class EventJson {
    static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(instants())
                    .addMixIn(TrainEvent.class, Named.class)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                    .build();

    private EventJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = TrainEvent.Started.class, name = "started"),
        @JsonSubTypes.Type(value = TrainEvent.Stepped.class, name = "stepped"),
        @JsonSubTypes.Type(value = TrainEvent.Validated.class, name = "validated"),
        @JsonSubTypes.Type(value = TrainEvent.Saved.class, name = "saved"),
        @JsonSubTypes.Type(value = TrainEvent.Warned.class, name = "warned"),
        @JsonSubTypes.Type(value = TrainEvent.Finished.class, name = "finished"),
        @JsonSubTypes.Type(value = TrainEvent.Failed.class, name = "failed"),
    })
    private interface Named {}

    /// A line with its end.
    static byte[] line(TrainEvent event) {
        try {
            return (JSON.writerFor(TrainEvent.class).writeValueAsString(event) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Empty if the line is not a whole event, such as one torn by a crash, one that lacks what an
    /// event must have, or one of a later version.
    static Optional<TrainEvent> parse(String line) {
        try {
            return Optional.ofNullable(JSON.readValue(line, TrainEvent.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static SimpleModule instants() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(new InstantWriter());
        module.addDeserializer(Instant.class, new InstantParser());
        return module;
    }

    private static final class InstantWriter extends StdSerializer<Instant> {
        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class InstantParser extends FromStringDeserializer<Instant> {
        InstantParser() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String value, DeserializationContext context)
                throws IOException {
            try {
                return Instant.parse(value);
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, value, "not a time");
            }
        }
    }
}
