package fovea.model.layered;

import fovea.component.Component;
import fovea.graph.GraphBuilder;
import fovea.graph.Value;

import java.util.List;

/// One layer of a [Layered] net. Images are `N×C×H×W`; the channels of other values are their last
/// axis, as in `N×T×C` and `N×F`.
public interface Layer extends Component {
    /// Adds the layer to a graph.
    ///
    /// @param g names what is added after the layer
    /// @param inputs what the layer takes, in order
    /// @throws IllegalArgumentException if it cannot take them, with the reason
    Value apply(GraphBuilder g, List<Value> inputs);
}
