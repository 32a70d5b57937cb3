package fovea.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import fovea.problem.InvalidInputException;

import java.nio.charset.StandardCharsets;

/// Reads JSON as a tree, never as objects of classes that the text names.
public final class Json {
    /// Descriptions of the largest known nets have some 2 MB.
    public static final int MOST_BYTES = 64 << 20;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(200)
                                                    .maxNumberLength(100)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build();

    private Json() {}

    /// @param place what messages call the text
    /// @throws InvalidInputException if it is no JSON object or array
    public static JsonNode read(byte[] text, String place) {
        try {
            JsonNode root = MAPPER.readTree(new String(text, StandardCharsets.UTF_8));
            if (root.isContainerNode()) {
                return root;
            }
            throw damaged(place, "it is not a JSON object");
        } catch (JsonProcessingException e) {
            throw damaged(place, "it is not JSON (" + e.getOriginalMessage() + ")");
        }
    }

    private static InvalidInputException damaged(String place, String cause) {
        return InvalidInputException.of(place, cause, "the file is damaged; save the model again");
    }
}
