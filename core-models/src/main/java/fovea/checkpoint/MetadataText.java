package fovea.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Position and origin as texts. Numbers are written so that reading gives the very same bits.
final class MetadataText {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private MetadataText() {}

    static Map<String, String> write(Position position, Origin origin) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("epoch", Integer.toString(position.epoch()));
        texts.put("batch-in-epoch", Integer.toString(position.batchInEpoch()));
        texts.put("step", Long.toString(position.step()));
        texts.put("loss-sum", Double.toString(position.lossSum()));
        texts.put("seconds", Double.toString(position.seconds()));
        texts.put(
                "scores",
                position.scores().stream()
                        .map(score -> score.epoch() + "=" + score.value())
                        .collect(Collectors.joining(" ")));
        texts.put("classes", JSON.valueToTree(origin.classes()).toString());
        texts.put("experiment", origin.experiment());
        return texts;
    }

    /// @throws IllegalArgumentException if a text is missing or not a number in its range
    static Position position(Map<String, String> texts) {
        Position position =
                new Position(
                        Integer.parseInt(text(texts, "epoch")),
                        Integer.parseInt(text(texts, "batch-in-epoch")),
                        Long.parseLong(text(texts, "step")),
                        Double.parseDouble(text(texts, "loss-sum")),
                        scores(text(texts, "scores")),
                        Double.parseDouble(text(texts, "seconds")));
        if (position.epoch() < 1 || position.batchInEpoch() < 0 || position.step() < 0) {
            throw new IllegalArgumentException("a count is negative");
        }
        return position;
    }

    /// @throws IllegalArgumentException if a text is missing or damaged
    static Origin origin(Map<String, String> texts) {
        try {
            List<String> classes = JSON.readValue(text(texts, "classes"), NAMES);
            return new Origin(text(texts, "experiment"), classes);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the class names are not a list", e);
        }
    }

    private static List<Score> scores(String text) {
        return Stream.of(text.split(" "))
                .filter(part -> !part.isEmpty())
                .map(Score::parse)
                .toList();
    }

    static String text(Map<String, String> texts, String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("there is no " + key);
        }
        return text;
    }
}
