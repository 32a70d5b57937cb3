package fovea.checkpoint;

import java.util.List;

/// Where weights come from, so that a checkpoint can be used without its run.
///
/// @param experiment the resolved experiment file
/// @param classes names, in the order of the net's outputs
public record Origin(String experiment, List<String> classes) {
    public Origin {
        classes = List.copyOf(classes);
    }
}
