package fovea.model;

import fovea.component.Component;
import fovea.evaluation.Evaluator;
import fovea.graph.Graph;
import fovea.sample.Annotation;
import fovea.sample.ClassList;
import fovea.tensor.HostTensor;
import fovea.tensor.TargetEncoder;

import java.util.List;
import java.util.Map;

/// What a task trains: a backbone with its head and loss, the targets the loss compares with, and
/// how outputs are read and judged.
public interface Model extends Component {
    /// The net with its loss. Inputs: `image` and the targets; outputs: `loss` and
    /// [#predictions()].
    Graph graph(ModelContext context);

    /// Names of the outputs that [#decode] reads; none of them depends on a target.
    List<String> predictions();

    TargetEncoder targets(ClassList classes);

    /// Predictions for one sample of a batch.
    ///
    /// @param outputs tensors by output name
    /// @param row the sample's place in the batch
    List<Annotation> decode(Map<String, HostTensor> outputs, int row);

    /// A fresh evaluator.
    Evaluator evaluator(ClassList classes);
}
