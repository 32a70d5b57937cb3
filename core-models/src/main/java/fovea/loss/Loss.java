package fovea.loss;

import fovea.component.Component;
import fovea.graph.GraphBuilder;
import fovea.graph.Value;

/// A loss that compares a net's raw outputs with targets of the same shape.
public interface Loss extends Component {
    /// A scalar: the mean over the batch.
    Value of(GraphBuilder g, Value logits, Value target);
}
