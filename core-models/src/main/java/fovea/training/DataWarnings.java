package fovea.training;

import fovea.problem.Problem;

import java.util.List;
import java.util.function.Consumer;

/// Tells the problems of the data as they turn up: the first ones each, the others by their number.
final class DataWarnings {
    private static final int MOST_TOLD = 20;

    private final String part;
    private final Consumer<Problem> tell;
    private int known;

    /// @param part of the data, such as `training data`
    DataWarnings(String part, Consumer<Problem> tell) {
        this.part = part;
        this.tell = tell;
    }

    /// @param all problems so far; it only grows
    void update(List<Problem> all) {
        int told = Math.min(known, MOST_TOLD);
        all.stream().limit(MOST_TOLD).skip(told).forEach(tell);
        int uncounted = all.size() - Math.max(known, MOST_TOLD);
        if (uncounted > 0) {
            tell.accept(
                    new Problem(
                            part,
                            uncounted
                                    + " more entries could not be used, "
                                    + all.size()
                                    + " in all",
                            "look at the first ones; the others are likely alike"));
        }
        known = all.size();
    }
}
