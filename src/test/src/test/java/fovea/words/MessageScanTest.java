package fovea.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The scan finds sentences however the code puts them together.
@SuppressWarnings("NullAway.Init")
class MessageScanTest {
    @TempDir Path folder;

    @Test
    void addedAndFormattedTextsAreTheSameSentence() throws IOException {
        assertSentences(
                """
                Problem a(String name, int n) {
                    return new Problem(name, "class '" + name + "' has " + n + " images", "add " + "one");
                }
                Problem b(String name) {
                    return new Problem(name, "only %.1f %% of %s".formatted(0.5, name), "");
                }
                """,
                "class '%s' has %d images", "add one", "only %.1f %% of %s");
    }

    @Test
    void aChoiceGivesASentenceForEachWay() throws IOException {
        assertSentences(
                """
                Problem a(int n) {
                    String cure = switch (n) { case 0 -> "add one"; default -> { yield "take one"; } };
                    return new Problem("", n == 0 ? "it is empty" : "it is full", cure);
                }
                """,
                "it is empty",
                "it is full",
                "add one",
                "take one");
    }

    @Test
    void wordsAreFoundThroughMethodsVariablesFieldsAndRecords() throws IOException {
        assertSentences(
                """
                static final String CURE = "name another";
                record Found(String reason) {}
                Problem problem(String cause) { return new Problem("", cause, CURE); }
                String why(boolean there) { return there ? "it is there" : "it is gone"; }
                Found found() { return new Found("nobody knows"); }
                void all() {
                    problem("it is odd");
                    problem(why(true));
                    problem(found().reason());
                    problem(Optional.of("this").map(x -> "not " + x + " one").orElse("none at all"));
                }
                """,
                "name another",
                "it is odd",
                "it is there",
                "it is gone",
                "nobody knows",
                "not %s one",
                "none at all",
                "this");
    }

    @Test
    void sentencesWithinSentencesAreFoundButNamesAreNot() throws IOException {
        assertSentences(
                """
                Problem a(String path, boolean list) {
                    return new Problem("file.txt", path + ": " + what(list) + " is no number", "");
                }
                Problem b() { return new Problem("step " + 3, join("two sentences"), ""); }
                String what(boolean list) { return list ? "a list" : "name"; }
                String join(String cause) { return "x" + ": " + cause; }
                """,
                "%s: %s is no number",
                "a list",
                "step %d",
                "x: %s",
                "two sentences");
    }

    @Test
    void exceptionsForUsersSpeakAndThoseForDevelopersDoNot() throws IOException {
        assertSentences(
                """
                record Size(int width) {
                    Size {
                        if (width < 1) { throw new IllegalArgumentException("width is below 1"); }
                    }
                }
                static class Ours extends RuntimeException {
                    Ours(String node) { super("node '" + node + "' fails"); }
                }
                void a() { throw new IllegalStateException("this cannot be"); }
                """,
                "width is below 1",
                "node '%s' fails");
    }

    @Test
    void aCauseWhoseWordsCannotBeSeenIsTold() throws IOException {
        MessageScan scan =
                scan(
                        """
                        Problem a(List<String> words) {
                            return new Problem("", words.stream().reduce("", String::concat), "mend it");
                        }
                        """);
        assertEquals(Set.of("mend it"), scan.sentences().keySet());
        assertTrue(scan.silent().toString().contains("String::concat"));
    }

    @Test
    void sourcesThatDoNotCompileAreNotGuessedAt() {
        assertThrows(AssertionError.class, () -> scan("Problem a() { return new Problem(1); }"));
    }

    private void assertSentences(String members, String... expected) throws IOException {
        assertEquals(Set.of(expected), scan(members).sentences().keySet());
    }

    private MessageScan scan(String members) throws IOException {
        Path file = folder.resolve("Sample.java");
        Files.writeString(
                file,
                "import fovea.problem.Problem;\nimport java.util.*;\nclass Sample {\n"
                        + members
                        + "}\n");
        return MessageScan.of(List.of(file));
    }
}
