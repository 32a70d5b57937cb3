package fovea.run;

import fovea.experiment.Experiment;
import fovea.sample.Seed;

/// The independent sources of randomness of a run. Their numbers are part of what makes runs
/// repeatable.
enum Seeds {
    WEIGHTS(1),
    DATA(2),
    STEPS(3),
    HOLD_OUT(4);

    /// What is judged is prepared in the same way in every run.
    static final Seed PREPARE = new Seed(0);

    private final int index;

    Seeds(int index) {
        this.index = index;
    }

    Seed of(Experiment experiment) {
        return new Seed(experiment.seed()).at(index);
    }
}
