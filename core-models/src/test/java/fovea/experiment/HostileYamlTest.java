package fovea.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class HostileYamlTest {
    @TempDir Path folder;

    @Test
    void aliasesThatMultiplyAreRefused() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String one = "*a" + (i - 1) + ", ";
            laughs.append("a%d: &a%d [%s*a%d]\n".formatted(i, i, one.repeat(8), i - 1));
        }
        String problem = only(laughs.toString());
        assertTrue(problem.contains("this is not YAML") && problem.contains("aliases"), problem);
    }

    @Test
    void aliasOfItselfIsRefused() {
        List<String> problems = problems("name: &a [*a]\n");
        assertTrue(
                problems.contains("e.yaml:1: this value contains itself; remove the alias (*name)"),
                problems::toString);
    }

    @Test
    void deepNestingIsRefused() {
        assertEquals(
                "e.yaml:1: values are nested more than 50 deep; flatten them",
                only(Fixtures.repeat("[", 100_000)));
        assertEquals(
                "e.yaml:1: values are nested more than 50 deep; flatten them",
                only(Fixtures.repeat("{a: ", 100_000)));
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            steps.append(" ".repeat(i)).append("a:\n");
        }
        assertEquals(
                "e.yaml:51: values are nested more than 50 deep; flatten them",
                only(steps.toString()));
    }

    @Test
    void tabsAreRefusedWithTheirLine() {
        assertEquals(
                "e.yaml:2: this is not YAML: it is indented by a tab; use spaces;"
                        + " check indentation, colons and quotes",
                only("data:\n\tsource: x\n"));
    }

    @Test
    void nulBytesAreRefusedWithTheirLine() {
        assertEquals(
                "e.yaml:2: character U+0000 is not allowed in YAML; remove it",
                only("name: x\nseed: \0\n"));
    }

    @Test
    void tagsAreRefusedAndMakeNoObject() {
        List<String> problems = problems("name: !!javax.script.ScriptEngineManager [a]\n");
        assertTrue(
                problems.contains(
                        "e.yaml:1: the tag 'tag:yaml.org,2002:javax.script.ScriptEngineManager' is"
                                + " not understood; remove it"),
                problems::toString);
    }

    @Test
    void keyGivenTwiceIsRefused() {
        List<String> problems = problems("name: a\nseed: 1\nname: b\n");
        assertTrue(
                problems.contains("e.yaml:3: 'name' is given twice, first at e.yaml:1; keep one"),
                problems::toString);
    }

    @Test
    void keyThatIsAListIsRefused() {
        List<String> problems = problems("? [a, b]\n: 1\n");
        assertTrue(
                problems.contains("e.yaml:1: a key must be a name; check the brackets and braces"),
                problems::toString);
    }

    @Test
    void brokenYamlIsRefusedWithItsLine() {
        for (String text :
                List.of(
                        "a: b\nc: [1, 2\n",
                        "a: b\nc: 'd\n",
                        "a: b\n c: d\n",
                        "a: b\n- c\n",
                        "\n*x")) {
            List<String> problems = problems(text);
            assertEquals(1, problems.size());
            assertTrue(
                    problems.getFirst().matches("e\\.yaml:[23]: this is not YAML: .+"),
                    problems::toString);
        }
    }

    @Test
    void severalDocumentsAreRefused() {
        assertTrue(only("name: a\n---\nname: b\n").contains("this is not YAML"));
    }

    @Test
    void emptyTextIsRefused() {
        for (String text : List.of("", "\n\n", "# nothing\n", "---\n")) {
            assertTrue(problems(text).size() >= 1, text);
        }
    }

    @Test
    void endlessDigitsAndNamesAreToldInShort() {
        String digits = Fixtures.repeat("9", 500_000);
        List<String> problems = problems("seed: " + digits + "\n" + digits + ": 1\n");
        assertTrue(problems.stream().allMatch(p -> p.length() < 300), "messages stay short");
    }

    @Test
    void controlCharactersDoNotReachTheMessage() {
        List<String> problems = problems("\"\\e[31mred\\n\": 1\n");
        assertTrue(problems.stream().allMatch(p -> p.chars().noneMatch(c -> c < ' ')));
    }

    @Test
    void fileThatIsNotUtf8IsRefusedWithItsLine() throws IOException {
        Path file = folder.resolve("latin1.yaml");
        Files.write(file, "name: a\n# café\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                List.of(file + ":2: this line is not UTF-8; save the file as UTF-8"),
                problemsOf(file));
    }

    @Test
    void fileThatEndsWithinACharacterIsRefused() throws IOException {
        Path file = folder.resolve("cut.yaml");
        Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xC3});
        assertEquals(
                List.of(file + ":1: this line is not UTF-8; save the file as UTF-8"),
                problemsOf(file));
    }

    @Test
    void hugeFileIsRefusedUnread() throws IOException {
        Path file = folder.resolve("huge.yaml");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(50L << 20);
        }
        assertEquals(
                List.of(
                        file
                                + ": it is larger than 1 MiB, which no experiment is;"
                                + " name an experiment file (.yaml)"),
                problemsOf(file));
    }

    @Test
    void missingFileAndFolderAreRefused() {
        Path missing = folder.resolve("missing.yaml");
        assertEquals(
                List.of(missing + ": there is no such file or folder; check the path"),
                problemsOf(missing));
        assertEquals(
                List.of(folder + ": this is a folder; name the experiment file in it"),
                problemsOf(folder));
    }

    @Test
    void sourceThatNoFileCanHaveIsRefused() throws IOException {
        Path file = folder.resolve("nul.yaml");
        Files.writeString(file, Fixtures.EXPERIMENT.replace("../data/small", "\"a\\0b\""));
        List<String> problems = problemsOf(file);
        assertEquals(1, problems.size());
        assertTrue(problems.getFirst().startsWith(file + ": data.source: no file can have this"));
    }

    private static List<String> problemsOf(Path file) {
        return Fixtures.problems(() -> ExperimentReader.read(file, List.of(), Fixtures.catalog()));
    }

    private static List<String> problems(String text) {
        return Fixtures.problems(
                () -> ExperimentReader.read(text, "e.yaml", List.of(), Fixtures.catalog()));
    }

    private static String only(String text) {
        List<String> problems = problems(text);
        assertEquals(1, problems.size(), problems::toString);
        return problems.getFirst();
    }
}
