package fovea.experiment;

import fovea.component.Component;
import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.engine.Precision;

import java.util.Optional;

/// How long and how carefully to train.
public record TrainingSpec(
        @Help("Passes over the training samples") @Default("10") @Range(min = 1, max = 100000)
                int epochs,
        @Help("Validate after so many epochs, and after the last")
                @Default("1")
                @Range(min = 1, max = 100000)
                int validateEvery,
        @Help("Batches whose gradients are added up for one update")
                @Default("1")
                @Range(min = 1, max = 4096)
                int accumulate,
        @Help("Largest norm of the gradients; empty for no limit")
                @Default("none")
                @Range(min = 0, max = 1e9)
                Optional<Double> clipNorm,
        @Help("Decay of the averaged weights that are validated and saved as best; empty for none")
                @Default("none")
                @Range(min = 0, max = 0.99999999)
                Optional<Double> ema,
        @Help("Stop after so many validations without improvement; empty for never")
                @Default("none")
                @Range(min = 1, max = 100000)
                Optional<Integer> patience,
        @Help("Epoch checkpoints kept beside best and last")
                @Default("0")
                @Range(min = 0, max = 100000)
                int keep,
        @Help("bf16 is for CUDA devices") @Default("fp32") Precision precision,
        @Help(
                        "A run's folder or a checkpoint whose weights training starts with, as far"
                                + " as names and shapes agree")
                @Default("none")
                Optional<String> start)
        implements Component {
    public TrainingSpec {
        if (clipNorm.isPresent() && !(clipNorm.get() > 0)) {
            throw new IllegalArgumentException(
                    "clipNorm must be above 0, or none for no limit, not " + clipNorm.get());
        }
    }
}
