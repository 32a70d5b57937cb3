package fovea.run;

import fovea.engine.Weights;
import fovea.experiment.Experiment;
import fovea.problem.Problem;
import fovea.sample.ClassList;

import java.util.List;

/// A net that another program trained, ready to become a run.
///
/// @param experiment how it would be trained on here
/// @param origin the program and the file: `Keras 3.15.1, net.keras`
/// @param notes what the user should know
public record ImportedModel(
        Experiment experiment,
        Weights weights,
        ClassList classes,
        String origin,
        List<Problem> notes) {
    /// The data source of an experiment that has none yet: images are looked for there, beside the
    /// experiment, until the user names others. What was trained here has an absolute one.
    public static final String NO_DATA = "images";

    public ImportedModel {
        notes = List.copyOf(notes);
    }
}
