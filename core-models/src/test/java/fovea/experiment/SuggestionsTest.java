package fovea.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class SuggestionsTest {
    private static final List<String> KNOWN =
            List.of("lr", "momentum", "weightDecay", "epochs", "batch", "horizontal");

    @Test
    void findsWhatIsSpeltAlike() {
        assertNearest("momentum", "momentun");
        assertNearest("momentum", "momnetum");
        assertNearest("momentum", "omentum");
        assertNearest("epochs", "epoch");
        assertNearest("weightDecay", "weight_decay");
        assertNearest("weightDecay", "WEIGHT-DECAY");
    }

    @Test
    void findsWhatIsCutShortOrDrawnOut() {
        assertNearest("horizontal", "hor");
        assertNearest("batch", "batchSize");
    }

    @Test
    void findsWhatHasTheseInitials() {
        assertNearest("lr", "learning-rate");
        assertNearest("lr", "learningRate");
    }

    @Test
    void findsWhatEndsInTheSameWord() {
        assertNearest("weightDecay", "l2-decay");
    }

    @Test
    void findsNothingForWhatIsLikeNothing() {
        assertEquals(Optional.empty(), Suggestions.nearest("colour", KNOWN));
        assertEquals(Optional.empty(), Suggestions.nearest("", KNOWN));
        assertEquals(Optional.empty(), Suggestions.nearest("lr", List.of()));
    }

    @Test
    void countsSwapsOfNeighboursAsOne() {
        assertEquals(1, Suggestions.distance("ab", "ba"));
        assertEquals(0, Suggestions.distance("", ""));
        assertEquals(3, Suggestions.distance("", "abc"));
        assertEquals(3, Suggestions.distance("kitten", "sitting"));
    }

    private static void assertNearest(String expected, String given) {
        assertEquals(Optional.of(expected), Suggestions.nearest(given, KNOWN), given);
    }
}
