package fovea.experiment;

import fovea.component.Component;
import fovea.component.Default;
import fovea.component.Help;
import fovea.model.Model;
import fovea.optimization.Optimizer;
import fovea.optimization.Schedule;

/// The whole recipe of a run.
public record Experiment(
        @Help("What the run folder is named after; letters, digits, dots and dashes") String name,
        @Help("Decides initial weights, data order, augmentation and dropout") @Default("42")
                long seed,
        @Help("Images and how they reach the net") DataSpec data,
        @Help("Backbone, head and loss") Model model,
        @Help("How gradients change the weights") @Default("{type: adamw}") Optimizer optimizer,
        @Help("The learning rate over the run") @Default("{type: cosine}") Schedule schedule,
        @Help("How long and how carefully to train") @Default("{}") TrainingSpec training)
        implements Component {
    public Experiment {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException(
                    "name must be letters, digits, dots and dashes, at most 64, and start with a"
                            + " letter or digit");
        }
    }
}
