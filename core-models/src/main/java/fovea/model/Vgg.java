package fovea.model;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.graph.Bias;
import fovea.graph.GraphBuilder;
import fovea.graph.Initializer;
import fovea.graph.Value;
import fovea.graph.Window;

import java.util.ArrayList;
import java.util.List;

/// VGG-11 with batch normalisation (Simonyan and Zisserman, 2015, configuration A): 132,868,840
/// parameters for 1,000 classes at 224×224, nearly all of them in the two layers of 4,096 units.
@Help("VGG-11 with batch normalisation (Simonyan and Zisserman, 2015)")
public record Vgg(
        @Help("Units of the two fully connected layers; 512 is plenty for small images")
                @Default("4096")
                @Range(min = 1, max = 16384)
                int units,
        @Help("Dropout after each fully connected layer")
                @Default("0.5")
                @Range(min = 0, max = 0.95)
                double dropout)
        implements Backbone {
    private static final Initializer START = new Initializer.Normal(0.01);
    private static final List<List<Integer>> STAGES =
            List.of(
                    List.of(64),
                    List.of(128),
                    List.of(256, 256),
                    List.of(512, 512),
                    List.of(512, 512));

    @Override
    public Features features(GraphBuilder g, Value image) {
        List<Value> maps = new ArrayList<>();
        Value x = image;
        for (int stage = 0; stage < STAGES.size(); stage++) {
            GraphBuilder s = g.at("stage" + (stage + 1));
            for (int i = 0; i < STAGES.get(stage).size(); i++) {
                Value y =
                        s.at("conv" + i)
                                .conv2d(x, STAGES.get(stage).get(i), Window.same(3), Bias.LEARNT);
                x = s.relu(s.at("bn" + i).batchNorm(y));
            }
            x = s.maxPool2d(x, Window.kernel(2).stride(2));
            maps.add(x);
        }
        return new Features(maps);
    }

    @Override
    public Value pooled(GraphBuilder g, Features features) {
        Value x = g.flatten(features.coarsest());
        for (String name : List.of("fc1", "fc2")) {
            Value y = g.at(name).linear(x, units, Bias.LEARNT, START);
            x = Layers.dropout(g, g.relu(y), dropout);
        }
        return x;
    }

    @Override
    public Initializer classifierStart() {
        return START;
    }
}
