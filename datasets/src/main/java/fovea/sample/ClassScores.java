package fovea.sample;

import java.util.List;

/// A predicted score in 0…1 for every class, in the order of the [ClassList].
public record ClassScores(List<Float> scores) implements Annotation {
    public ClassScores {
        scores = List.copyOf(scores);
    }

    /// Index of the best class; the lowest index wins a tie.
    public int best() {
        int best = 0;
        for (int i = 1; i < scores.size(); i++) {
            if (scores.get(i) > scores.get(best)) {
                best = i;
            }
        }
        return best;
    }
}
