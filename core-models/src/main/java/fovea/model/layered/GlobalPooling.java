package fovea.model.layered;

import fovea.component.Default;
import fovea.component.Help;
import fovea.graph.GraphBuilder;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.graph.Window;

import java.util.List;

/// The mean or the largest value of each channel.
@Help("Mean or largest value of each channel")
public record GlobalPooling(
        @Help("What is taken of each channel") @Default("average") Taken taken,
        @Help("Whether a vector comes out, or a map of one pixel") @Default("vector") Result result)
        implements Layer {
    /// What is taken of each channel.
    public enum Taken {
        AVERAGE,
        MAXIMUM
    }

    /// What comes out.
    public enum Result {
        /// `N×C`
        VECTOR,
        /// `N×C×1×1`
        MAP
    }

    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        Value x = Inputs.image(inputs);
        int channels = x.shape().dim(1);
        Value vector =
                switch (taken) {
                    case AVERAGE -> g.globalAveragePool(x);
                    case MAXIMUM -> largest(g, x, channels);
                };
        return switch (result) {
            case VECTOR -> vector;
            case MAP -> g.reshape(vector, Shape.image(channels, 1, 1));
        };
    }

    private static Value largest(GraphBuilder g, Value x, int channels) {
        Window.Size all = new Window.Size(x.shape().dim(2), x.shape().dim(3));
        Window window = new Window(all, all, Window.Size.square(0), Window.Size.square(1));
        return g.reshape(g.maxPool2d(x, window), Shape.of(Shape.BATCH, channels));
    }
}
