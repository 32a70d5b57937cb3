package fovea.loss;

import fovea.component.Component;
import fovea.graph.GraphBuilder;
import fovea.graph.Value;
import fovea.sample.Labelling;

/// A loss that compares a net's raw outputs with targets of the same shape.
public interface Loss extends Component {
    /// A scalar: the mean over the batch.
    Value of(GraphBuilder g, Value logits, Value target);

    /// Whether the classes exclude one another; decides how scores are made of raw outputs.
    Labelling labelling();
}
