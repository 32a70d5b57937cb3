package fovea.training;

import fovea.optimization.Schedule;
import fovea.sample.Seed;

import java.util.Optional;

/// How long and how fast to train.
///
/// @param validateEvery epochs between validations; the last epoch is always validated
/// @param accumulate batches for one update
/// @param patience validations without improvement after which the run ends
/// @param lr what the schedule scales
/// @param seed decides dropout
public record TrainingPlan(
        int epochs,
        int validateEvery,
        int accumulate,
        Optional<Integer> patience,
        double lr,
        Schedule schedule,
        Seed seed) {}
