package fovea.training;

import fovea.checkpoint.Score;
import fovea.evaluation.Direction;

import java.util.List;
import java.util.Optional;

/// What the validations so far say, so that early stopping and the choice of the best epoch need no
/// memory of their own.
final class Scores {
    private Scores() {}

    /// The first of the best.
    static Optional<Score> best(List<Score> scores, Direction direction) {
        return scores.stream()
                .reduce((best, next) -> direction.better(next.value(), best.value()) ? next : best);
    }

    /// Validations since the best one.
    static int stalled(List<Score> scores, Direction direction) {
        return best(scores, direction)
                .map(best -> scores.size() - 1 - scores.indexOf(best))
                .orElse(0);
    }
}
