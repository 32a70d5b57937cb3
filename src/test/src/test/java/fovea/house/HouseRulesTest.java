package fovea.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class HouseRulesTest {
    private static final int LONGEST = 400;

    @Test
    void noFileIsLongerThanFourHundredLines() {
        List<Path> sources = Repository.files(".java");
        assertFalse(sources.isEmpty());
        assertEquals(
                List.of(),
                sources.stream()
                        .filter(file -> Repository.text(file).lines().count() > LONGEST)
                        .toList());
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<Path> folders =
                Repository.files(".java").stream()
                        .filter(file -> file.toString().contains("src/main/java"))
                        .map(Path::getParent)
                        .collect(Collectors.toSet());
        assertEquals(
                List.of(),
                folders.stream().filter(folder -> !nullMarked(folder)).sorted().toList());
    }

    @Test
    void everyPublicTypeSaysWhatItIs() {
        assertEquals(
                List.of(),
                Repository.files(".java").stream()
                        .filter(file -> file.toString().contains("src/main/java"))
                        .filter(file -> !file.endsWith("package-info.java"))
                        .filter(HouseRulesTest::publicWithoutComment)
                        .toList());
    }

    private static boolean nullMarked(Path folder) {
        Path info = folder.resolve("package-info.java");
        return Files.exists(info) && Repository.text(info).contains("@NullMarked");
    }

    private static boolean publicWithoutComment(Path file) {
        List<String> lines = Repository.text(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i)
                    .matches(
                            "public (final |sealed |abstract |non-sealed"
                                    + " )*(class|record|interface|enum|@interface) .*")) {
                return lines.subList(0, i).stream().noneMatch(HouseRulesTest::explains);
            }
        }
        return false;
    }

    private static boolean explains(String line) {
        return line.startsWith("///") || line.startsWith("@Help");
    }
}
