package fovea.model;

import fovea.component.Component;
import fovea.graph.GraphBuilder;
import fovea.graph.Initializer;
import fovea.graph.Value;

/// A net that turns an image into feature maps. Heads of any task build on the maps.
public interface Backbone extends Component {
    /// Adds the net to a graph.
    ///
    /// @param image `N×C×H×W`, normalised
    Features features(GraphBuilder g, Value image);

    /// The image as one vector `N×F`, as the paper's own classifier takes it: the global mean of
    /// the coarsest map unless the paper has more layers there.
    default Value pooled(GraphBuilder g, Features features) {
        return features.summary()
                .orElseGet(() -> g.at("pool").globalAveragePool(features.coarsest()));
    }

    /// How the weights of a classifier on the pooled vector start, as the paper has it.
    default Initializer classifierStart() {
        return new Initializer.FanInUniform();
    }
}
