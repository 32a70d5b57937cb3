package fovea.deployment;

import fovea.component.Component;
import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.experiment.Experiment;
import fovea.model.Decoder;
import fovea.sample.ClassList;
import fovea.tensor.InputSpec;
import fovea.transform.Transform;

import java.util.HashSet;
import java.util.List;

/// What a net needs besides its weights to be used on images: how they reach it and what its
/// outputs mean. It is the text beside or inside an ONNX file, in YAML.
public record Deployment(
        @Help("What the net is called") String name,
        @Help("Image size and normalisation") InputSpec input,
        @Help("Changes of each image before it reaches the net, in order") @Default("[]")
                List<Transform> prepare,
        @Help("Class names in the order of the net's scores") List<String> classes,
        @Help("What the outputs mean") Decoder decoder,
        @Help("Scores from here on count as a find where an image may show any number of classes")
                @Default("0.5")
                @Range(min = 0, max = 1)
                double threshold)
        implements Component {
    private static final double USUAL_THRESHOLD = 0.5;

    public Deployment {
        prepare = List.copyOf(prepare);
        classes = List.copyOf(classes);
        if (classes.isEmpty() || new HashSet<>(classes).size() < classes.size()) {
            throw new IllegalArgumentException(
                    "classes must be names that differ, at least one: " + classes);
        }
    }

    /// How an experiment's net is used.
    public static Deployment of(Experiment experiment, ClassList classes) {
        return new Deployment(
                experiment.name(),
                experiment.data().input(),
                experiment.data().prepare(),
                classes.names(),
                experiment.model().decoder(),
                USUAL_THRESHOLD);
    }

    public ClassList classList() {
        return new ClassList(classes);
    }
}
