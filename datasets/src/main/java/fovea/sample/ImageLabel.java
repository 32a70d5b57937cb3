package fovea.sample;

import java.util.List;

/// The class indices an image shows: one for single-label, any number (sorted, distinct, possibly
/// none) for multi-label classification.
public record ImageLabel(List<Integer> classes) implements Annotation {
    public ImageLabel {
        classes = classes.stream().distinct().sorted().toList();
    }

    public static ImageLabel of(int classIndex) {
        return new ImageLabel(List.of(classIndex));
    }
}
