package fovea.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.app.text.Language;
import fovea.app.text.Texts;
import fovea.house.Repository;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the code can say of problems is said in Chinese, too, and nothing else is.
@SuppressWarnings("NullAway.Init")
class MessagesTest {
    private static final String FILE = "app/src/main/resources/fovea/app/text/problems_zh_CN.txt";

    private static final Pattern PROBLEM = Pattern.compile("Problem\\b|Exception\\b");

    private static MessageScan scan;
    private static Set<String> chinese;

    @BeforeAll
    static void readTheSources() {
        scan = MessageScan.of(sources());
        chinese = new Texts(Language.CHINESE).sentences(Language.CHINESE).keySet();
        assertTrue(scan.sentences().size() > 400, "the scan finds sentences");
    }

    @Test
    void everySentenceThatCanReachAUserHasChinese() {
        String paste =
                scan.sentences().entrySet().stream()
                        .filter(found -> !chinese.contains(found.getKey()))
                        .sorted(Map.Entry.comparingByValue())
                        .map(
                                found ->
                                        "# %s\n%s\n?\n"
                                                .formatted(
                                                        relative(found.getValue()), found.getKey()))
                        .collect(Collectors.joining("\n"));
        assertEquals("", paste, "write the Chinese of these into " + FILE + ", in place of each ?");
    }

    @Test
    void noTranslationIsOfASentenceThatTheCodeDoesNotSay() {
        Set<String> unused = new TreeSet<>(chinese);
        unused.removeAll(scan.sentences().keySet());
        assertEquals(Set.of(), unused, "remove these from " + FILE);
    }

    /// Words that the scan cannot see have no Chinese. What other exceptions say and what is in the
    /// window's bundles is looked at elsewhere.
    @Test
    void everyCauseAndCureIsWrittenWhereTheScanSeesIt() {
        Set<String> handedOn =
                Set.of("Message()", "e.toString()", "::message", "texts.text(", "translate(");
        Map<String, String> hidden =
                scan.silent().entrySet().stream()
                        .filter(found -> !found.getValue().equals("\"\""))
                        .filter(found -> handedOn.stream().noneMatch(found.getValue()::contains))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertEquals(Map.of(), hidden, "make one text of each, with placeholders");
    }

    private static List<Path> sources() {
        return Repository.files(".java").stream()
                .filter(file -> relative(file.toString()).contains("src/main/java/"))
                .filter(MessagesTest::maySpeak)
                .toList();
    }

    /// Of the window, only files that speak of problems: the others are many, and have bundles.
    /// What translates is given everything and says nothing itself.
    private static boolean maySpeak(Path file) {
        String place = relative(file.toString());
        return !place.startsWith("app/")
                || (!place.startsWith("app/src/main/java/fovea/app/text/")
                        && PROBLEM.matcher(Repository.text(file)).find());
    }

    private static String relative(String place) {
        return place.replace(Repository.ROOT.toAbsolutePath().normalize() + "/", "")
                .replace(Repository.ROOT + "/", "");
    }
}
