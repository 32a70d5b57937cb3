package fovea.model;

import fovea.component.Component;
import fovea.graph.Graph;
import fovea.sample.ClassList;
import fovea.tensor.TargetEncoder;

/// What a task trains: a backbone with its head and loss, the targets the loss compares with, and
/// what the outputs mean.
public interface Model extends Component {
    /// The net with its loss. Inputs: `image` and the targets; outputs: `loss` and those of the
    /// [#decoder()].
    Graph graph(ModelContext context);

    TargetEncoder targets(ClassList classes);

    Decoder decoder();
}
