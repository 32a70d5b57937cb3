package fovea.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FuzzyMatchTest {
    @Test
    void lettersOutOfOrderDoNotFit() {
        assertEquals(FuzzyMatch.NONE, FuzzyMatch.score("kd", "dark"));
        assertEquals(FuzzyMatch.NONE, FuzzyMatch.score("longer than it", "long"));
    }

    @Test
    void beginningsOfWordsBeatTheMiddle() {
        assertTrue(FuzzyMatch.score("of", "Open folder") > FuzzyMatch.score("of", "Soften"));
    }

    @Test
    void lettersInARowBeatScatteredOnes() {
        assertTrue(FuzzyMatch.score("fit", "Fit") > FuzzyMatch.score("fit", "Find in text"));
        assertTrue(
                FuzzyMatch.score("run", "Return to runs") > FuzzyMatch.score("run", "Return un"));
    }

    @Test
    void spacesAndCaseDoNotMatter() {
        assertEquals(
                FuzzyMatch.score("openf", "Open folder"),
                FuzzyMatch.score("Open F", "open folder"));
    }

    @Test
    void chineseFitsByItsCharacters() {
        assertTrue(FuzzyMatch.score("深色", "切换浅色与深色") > 0);
    }

    @Test
    void nothingTypedFitsEverything() {
        assertTrue(FuzzyMatch.score("", "anything") != FuzzyMatch.NONE);
    }
}
