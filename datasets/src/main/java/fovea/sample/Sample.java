package fovea.sample;

import fovea.image.ImageSource;

import java.util.List;

/// One image with its truth and its predictions. Immutable; the image is read when asked for.
///
/// @param id unique and stable within its dataset, such as the file's path below the dataset's
///   folder
public record Sample(
        String id, ImageSource image, List<Annotation> truth, List<Annotation> predictions) {
    public Sample {
        truth = List.copyOf(truth);
        predictions = List.copyOf(predictions);
    }

    public static Sample of(String id, ImageSource image, Annotation... truth) {
        return new Sample(id, image, List.of(truth), List.of());
    }

    public Sample withImage(ImageSource other) {
        return new Sample(id, other, truth, predictions);
    }

    public Sample withTruth(List<Annotation> other) {
        return new Sample(id, image, other, predictions);
    }

    public Sample withPredictions(List<Annotation> other) {
        return new Sample(id, image, truth, other);
    }

    /// The classes of the image's label; empty if it has none.
    public List<Integer> labels() {
        return truth.stream()
                .filter(ImageLabel.class::isInstance)
                .map(ImageLabel.class::cast)
                .findFirst()
                .map(ImageLabel::classes)
                .orElse(List.of());
    }
}
