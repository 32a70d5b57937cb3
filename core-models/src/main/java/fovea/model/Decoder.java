package fovea.model;

import fovea.component.Component;
import fovea.evaluation.Evaluator;
import fovea.sample.Annotation;
import fovea.sample.ClassList;
import fovea.sample.Labelling;
import fovea.tensor.HostTensor;

import java.util.List;
import java.util.Map;

/// What a net's outputs mean, whatever runs the net: how they are read and judged.
public interface Decoder extends Component {
    /// Names of the outputs that [#decode] reads; none of them depends on a target.
    List<String> outputs();

    /// Predictions for one sample of a batch.
    ///
    /// @param outputs tensors by output name
    /// @param row the sample's place in the batch
    List<Annotation> decode(Map<String, HostTensor> outputs, int row);

    /// A fresh evaluator.
    Evaluator evaluator(ClassList classes);

    /// How many classes an image shows.
    Labelling labelling();
}
