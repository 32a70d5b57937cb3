package fovea.model;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Named;
import fovea.component.Range;
import fovea.graph.Bias;
import fovea.graph.GraphBuilder;
import fovea.graph.Initializer;
import fovea.graph.Op;
import fovea.graph.Role;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.graph.Window;
import fovea.problem.InvalidInputException;

import java.util.List;
import java.util.Optional;

/// Vision transformer (Dosovitskiy et al., 2021) at the tiny size of DeiT (Touvron et al., 2021):
/// 5,717,416 parameters for 1,000 classes at 224×224. The patch tokens laid out as an image are its
/// feature map; enlarged four and two times and halved they make a pyramid without weights of its
/// own (the idea: Li et al., 2022). The class token is the pooled vector.
@Named("vit")
@Help("Vision transformer (Dosovitskiy et al., 2021), tiny")
public record VisionTransformer(
        @Help("Side of a patch in pixels; must divide the image")
                @Default("16")
                @Range(min = 1, max = 64)
                int patch,
        @Help("Channels of a token") @Default("192") @Range(min = 8, max = 2048) int width,
        @Help("Transformer blocks") @Default("12") @Range(min = 1, max = 64) int depth,
        @Help("Attention heads; must divide the width") @Default("3") @Range(min = 1, max = 64)
                int heads,
        @Help("Largest rate of stochastic depth, reached in the last block")
                @Default("0.1")
                @Range(min = 0, max = 0.9)
                double dropPath)
        implements Backbone {
    private static final Initializer START = new Initializer.TruncatedNormal(0.02);
    private static final double EPSILON = 1e-6;

    public VisionTransformer {
        if (width % heads != 0) {
            throw new IllegalArgumentException(
                    "heads must divide the width, %d does not divide %d".formatted(heads, width));
        }
    }

    @Override
    public Features features(GraphBuilder g, Value image) {
        requireTiles(image.shape());
        Op.Conv2d patches = new Op.Conv2d(Window.kernel(patch).stride(patch), 1);
        Value grid = g.at("patch").conv2d(image, width, patches, Bias.LEARNT, START);
        int rows = grid.shape().dim(2);
        int columns = grid.shape().dim(3);
        int tokens = rows * columns;
        Value x = g.permute(g.reshape(grid, Shape.of(Shape.BATCH, width, tokens)), 0, 2, 1);
        Value token = g.parameter("cls_token", Shape.of(1, 1, width), START, Role.BIAS);
        Value positions =
                g.parameter("pos_embed", Shape.of(1, tokens + 1, width), START, Role.BIAS);
        x = g.add(g.concat(1, g.apply(new Op.ExpandBatch(), token, x), x), positions);
        for (int i = 0; i < depth; i++) {
            x = block(g.at("blocks").at(i), x, depth == 1 ? 0 : dropPath * i / (depth - 1));
        }
        x = g.at("norm").layerNorm(x, EPSILON);
        Value last = g.permute(g.slice(x, 1, 1, tokens), 0, 2, 1);
        Value summary = g.flatten(g.slice(x, 1, 0, 1));
        Value map = g.reshape(last, Shape.of(Shape.BATCH, width, rows, columns));
        return new Features(pyramid(g.at("pyramid"), map), Optional.of(summary));
    }

    private static List<Value> pyramid(GraphBuilder g, Value map) {
        return List.of(
                g.apply(new Op.Upsample(4, Op.Interpolation.BILINEAR), map),
                g.apply(new Op.Upsample(2, Op.Interpolation.BILINEAR), map),
                map,
                g.maxPool2d(map, Window.kernel(1).stride(2)));
    }

    private void requireTiles(Shape image) {
        if (image.dim(2) % patch != 0 || image.dim(3) % patch != 0) {
            throw InvalidInputException.of(
                    "vit",
                    "patches of %d pixels do not tile an image of %d×%d (width × height)"
                            .formatted(patch, image.dim(3), image.dim(2)),
                    "give a patch that divides both sides");
        }
    }

    private Value block(GraphBuilder g, Value x, double drop) {
        Value y = attention(g.at("attn"), g.at("norm1").layerNorm(x, EPSILON));
        Value z = g.add(x, Layers.dropPath(g, y, drop));
        y = g.at("fc1").linear(g.at("norm2").layerNorm(z, EPSILON), 4 * width, Bias.LEARNT, START);
        y = g.at("fc2").linear(Layers.gelu(g, y), width, Bias.LEARNT, START);
        return g.add(z, Layers.dropPath(g, y, drop));
    }

    private Value attention(GraphBuilder g, Value x) {
        Value qkv = g.at("qkv").linear(x, 3 * width, Bias.LEARNT, START);
        Value query = g.slice(qkv, 2, 0, width);
        Value key = g.slice(qkv, 2, width, width);
        Value value = g.slice(qkv, 2, 2 * width, width);
        return g.at("proj")
                .linear(
                        g.apply(new Op.Attention(heads), query, key, value),
                        width,
                        Bias.LEARNT,
                        START);
    }

    @Override
    public Initializer classifierStart() {
        return START;
    }
}
