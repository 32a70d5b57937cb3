package fovea.classification;

import fovea.component.Help;
import fovea.component.Named;
import fovea.evaluation.Evaluator;
import fovea.model.Decoder;
import fovea.sample.Annotation;
import fovea.sample.ClassList;
import fovea.sample.ClassScores;
import fovea.sample.Labelling;
import fovea.tensor.HostTensor;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Reads one score per class: an output `N×K` in 0…1.
@Named("class-scores")
@Help("One score in 0…1 for each class, as softmax or sigmoid give it")
public record ClassScoresDecoder(
        @Help("The output with the scores") String output,
        @Help("single-label: one class an image; multi-label: any number") Labelling labelling)
        implements Decoder {
    @Override
    public List<String> outputs() {
        return List.of(output);
    }

    @Override
    public List<Annotation> decode(Map<String, HostTensor> outputs, int row) {
        HostTensor scores = outputs.get(output);
        if (scores == null) {
            throw new IllegalArgumentException("no output " + output + " in " + outputs.keySet());
        }
        int classes = scores.shape().getLast();
        return List.of(
                new ClassScores(
                        IntStream.range(row * classes, (row + 1) * classes)
                                .mapToObj(scores.data()::get)
                                .toList()));
    }

    @Override
    public Evaluator evaluator(ClassList classes) {
        return ClassificationEvaluators.of(classes, labelling);
    }
}
