package fovea.classification;

import fovea.component.Default;
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

/// Reads one score per class: an output `N×K`.
@Named("class-scores")
@Help("One score in 0…1 for each class")
public record ClassScoresDecoder(
        @Help("The output with the scores") String output,
        @Help("single-label: one class an image; multi-label: any number") Labelling labelling,
        @Help("softmax or sigmoid if the output holds the last layer's raw numbers, else none")
                @Default("none")
                Activation activation)
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
        float[] values = new float[scores.shape().getLast()];
        scores.data().get(row * values.length, values);
        float[] found = activation.apply(values);
        return List.of(
                new ClassScores(IntStream.range(0, found.length).mapToObj(i -> found[i]).toList()));
    }

    @Override
    public Evaluator evaluator(ClassList classes) {
        return ClassificationEvaluators.of(classes, labelling);
    }
}
