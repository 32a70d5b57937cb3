package fovea.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)(?:\\.\\w+)?`");

    @Test
    void everyLinkLeadsToAFile() {
        List<String> broken = new ArrayList<>();
        for (Path document : Repository.files(".md")) {
            LINK.matcher(Repository.text(document))
                    .results()
                    .map(match -> match.group(1))
                    .filter(link -> !Files.exists(document.resolveSibling(link)))
                    .forEach(link -> broken.add(document + " → " + link));
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void everyDecisionIsConfirmedByTestsThatExist() {
        Set<String> tests =
                Repository.files("Test.java").stream()
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .collect(Collectors.toSet());
        List<Path> decisions =
                Repository.files(".md").stream()
                        .filter(file -> file.toString().contains("decisions"))
                        .toList();
        assertTrue(decisions.size() >= 12);
        for (Path decision : decisions) {
            String text = Repository.text(decision);
            int confirmation = text.indexOf("**Confirmation.**");
            assertTrue(confirmation > 0, decision + " has no confirmation");
            TEST.matcher(text)
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .forEach(name -> assertTrue(tests.contains(name), decision + " names " + name));
        }
    }

    @Test
    void theReadmeNamesEveryCommand() {
        String readme = Repository.text(Repository.ROOT.resolve("README.md"));
        String root =
                Repository.text(
                        Repository.ROOT.resolve(
                                "app/src/main/java/fovea/app/cli/FoveaCommand.java"));
        Pattern.compile("(\\w+)Command\\.class")
                .matcher(root)
                .results()
                .map(match -> match.group(1).toLowerCase(Locale.ROOT))
                .forEach(name -> assertTrue(readme.contains("`fovea " + name), name));
    }
}
