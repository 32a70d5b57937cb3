package fovea.importing;

import fovea.engine.Weights;
import fovea.model.layered.Layered;
import fovea.problem.Problem;

import java.util.List;
import java.util.Optional;

/// What an importer read of a file.
///
/// @param origin the program and its version: `Keras 3.15.1`
/// @param weights by the names they have in the net's own graph: `conv1.weight`
/// @param scale how the file itself scales pixel values; empty if that was done outside the net
/// @param classes their names, if the file tells them
/// @param notes what the user should know: what was left out or changed
public record ImportedNet(
        String origin,
        Layered layers,
        Weights weights,
        Ending ending,
        ImageSize size,
        Optional<PixelScale> scale,
        List<String> classes,
        List<Problem> notes) {
    public ImportedNet {
        classes = List.copyOf(classes);
        notes = List.copyOf(notes);
    }
}
