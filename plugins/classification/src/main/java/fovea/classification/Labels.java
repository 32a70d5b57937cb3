package fovea.classification;

import fovea.problem.InvalidInputException;
import fovea.sample.ImageLabel;
import fovea.sample.Labelling;
import fovea.sample.Sample;

import java.util.List;

/// Takes a sample's classes, sure that there are as many as the task needs.
final class Labels {
    private Labels() {}

    /// @throws InvalidInputException naming the sample if it has no label, several where one is
    ///   needed, or a class that isn't there
    static List<Integer> of(Sample sample, Labelling labelling, int classes) {
        if (sample.truth().stream().noneMatch(ImageLabel.class::isInstance)) {
            throw invalid(sample, "it has no label", "label it or leave it out");
        }
        List<Integer> labels = sample.labels();
        if (labelling == Labelling.SINGLE_LABEL && labels.size() != 1) {
            throw invalid(
                    sample,
                    "its label names " + labels.size() + " classes and the loss takes exactly one",
                    "give it one class, or train with binary-cross-entropy");
        }
        for (int label : labels) {
            if (label < 0 || label >= classes) {
                throw invalid(
                        sample,
                        "its label is class " + label + " and there are only " + classes,
                        "correct the label; classes count from 0");
            }
        }
        return labels;
    }

    private static InvalidInputException invalid(Sample sample, String cause, String cure) {
        return InvalidInputException.of(sample.id(), cause, cure);
    }
}
