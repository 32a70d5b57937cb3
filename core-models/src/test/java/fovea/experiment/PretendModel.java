package fovea.experiment;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Named;
import fovea.component.Range;
import fovea.graph.Graph;
import fovea.loss.Loss;
import fovea.model.Backbone;
import fovea.model.Decoder;
import fovea.model.Model;
import fovea.model.ModelContext;
import fovea.sample.ClassList;
import fovea.tensor.TargetEncoder;

/// A model that can be configured like the image classifier, which this module can't see.
@Named("image-classifier")
@Help("Only to be configured")
record PretendModel(
        @Help("The net") Backbone backbone,
        @Help("Share of zeroed elements") @Default("0") @Range(min = 0, max = 0.95) double dropout,
        @Help("The loss") @Default("{type: cross-entropy}") Loss loss)
        implements Model {
    @Override
    public Graph graph(ModelContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TargetEncoder targets(ClassList classes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Decoder decoder() {
        throw new UnsupportedOperationException();
    }
}
