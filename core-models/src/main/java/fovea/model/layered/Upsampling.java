package fovea.model.layered;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Value;

import java.util.List;

/// Makes an image larger by a whole factor.
@Help("Makes an image larger by a whole factor")
public record Upsampling(
        @Help("How many times larger") @Default("2") @Range(min = 1, max = 64) int factor,
        @Help("How values between pixels are found") @Default("nearest")
                Op.Interpolation interpolation)
        implements Layer {
    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        return g.apply(new Op.Upsample(factor, interpolation), Inputs.image(inputs));
    }
}
