package fovea.classification;

import fovea.sample.ClassList;
import fovea.sample.Labelling;
import fovea.sample.Sample;
import fovea.tensor.TargetEncoder;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/// Writes the label of an image as zeros and ones over the classes.
record LabelEncoder(ClassList classes, Labelling labelling) implements TargetEncoder {
    @Override
    public Map<String, List<Integer>> targets() {
        return Map.of(ImageClassifier.TARGET, List.of(classes.size()));
    }

    @Override
    public void encode(Sample sample, Map<String, FloatBuffer> into) {
        List<Integer> labels = Labels.of(sample, labelling, classes.size());
        FloatBuffer target = into.get(ImageClassifier.TARGET);
        if (target == null) {
            throw new IllegalArgumentException("no target buffer in " + into.keySet());
        }
        for (int i = 0; i < classes.size(); i++) {
            target.put(i, labels.contains(i) ? 1 : 0);
        }
    }
}
