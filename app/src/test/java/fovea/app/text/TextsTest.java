package fovea.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class TextsTest {
    private static final Path SOURCES =
            Path.of(System.getProperty("fovea.root")).resolve("app/src/main/java/fovea/app");
    private static final Pattern KEY =
            Pattern.compile(
                    "\"((?:"
                            + String.join("|", Texts.BUNDLES)
                            + ")\\.[a-z0-9]+(?:[.-][a-z0-9]+)*)\"");

    // Paths into an experiment file look like keys.
    private static final Set<String> EXPERIMENT_FIELDS = Set.of("data.limit", "data.loader.batch");

    private final Texts texts = new Texts(Language.ENGLISH);

    @Test
    void everyKeyUsedInTheCodeHasAText() throws IOException {
        Set<String> missing = usedKeys();
        assertTrue(missing.size() > 30, "the scan finds keys: " + missing);
        missing.removeAll(texts.words(Language.ENGLISH).keySet());
        missing.removeAll(EXPERIMENT_FIELDS);
        assertEquals(Set.of(), missing);
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(
                new TreeSet<>(texts.words(Language.ENGLISH).keySet()),
                new TreeSet<>(texts.words(Language.CHINESE).keySet()));
    }

    @Test
    void noTextIsBlankAndChineseIsChinese() {
        Pattern letters = Pattern.compile("[A-Za-z]{4,}");
        Pattern han = Pattern.compile("\\p{IsHan}");
        texts.words(Language.CHINESE)
                .forEach(
                        (key, text) -> {
                            assertFalse(text.isBlank(), key);
                            boolean words = letters.matcher(text.replaceAll("\\{.*?}", "")).find();
                            boolean same = text.equals(texts.words(Language.ENGLISH).get(key));
                            // Methods keep the names of their papers: AdamW, ResNet.
                            boolean name = key.startsWith("form.");
                            assertTrue(
                                    !words || !same || name || han.matcher(text).find(),
                                    key + " is not translated: " + text);
                        });
        texts.words(Language.ENGLISH).forEach((key, text) -> assertFalse(text.isBlank(), key));
    }

    @Test
    void patternsTakeTheSameArgumentsInBothLanguages() {
        Map<String, String> chinese = texts.words(Language.CHINESE);
        texts.words(Language.ENGLISH)
                .forEach(
                        (key, text) ->
                                assertEquals(
                                        arguments(text),
                                        arguments(chinese.getOrDefault(key, "")),
                                        key));
    }

    @Test
    void apostrophesInPatternsAreDoubled() {
        for (Language language : Language.values()) {
            texts.words(language)
                    .forEach(
                            (key, text) -> {
                                if (text.contains("{0")) {
                                    assertFalse(
                                            text.replace("''", "").contains("'"),
                                            key + ": " + text);
                                }
                            });
        }
    }

    @Test
    void boundTextsFollowTheLanguageAndTheirArguments() {
        SimpleObjectProperty<Integer> count = new SimpleObjectProperty<>(1);
        ObservableValue<String> text = texts.bind("data.count", count);
        assertEquals("1 image", text.getValue());
        count.set(12_000);
        assertEquals("12,000 images", text.getValue());
        texts.speak(Language.CHINESE);
        assertEquals("12,000 幅图像", text.getValue());
        assertEquals("数据", texts.bind("data.room").getValue());
    }

    @Test
    void anUnknownKeyIsShownAsSuch() {
        assertEquals("‹no.such.key›", texts.text("no.such.key"));
        assertTrue(texts.find("no.such.key").isEmpty());
    }

    private static Set<Integer> arguments(String text) {
        if (!text.contains("{0")) {
            return Set.of();
        }
        new MessageFormat(text);
        return Pattern.compile("\\{(\\d)")
                .matcher(text)
                .results()
                .map(result -> Integer.valueOf(result.group(1)))
                .collect(Collectors.toSet());
    }

    private static Set<String> usedKeys() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> keys(file).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> keys(Path file) {
        try {
            return KEY.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult result) -> result.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
