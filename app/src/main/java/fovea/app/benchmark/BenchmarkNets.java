package fovea.app.benchmark;

import fovea.graph.Bias;
import fovea.graph.Graph;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.graph.Window;
import fovea.loss.BinaryCrossEntropy;
import fovea.loss.CrossEntropy;
import fovea.model.Backbone;
import fovea.model.CifarResNet;
import fovea.model.ConvNeXt;
import fovea.model.Features;
import fovea.model.LeNet;
import fovea.model.MobileNetV2;
import fovea.model.ResNet;
import fovea.model.ShuffleNetV2;
import fovea.model.Vgg;
import fovea.model.VisionTransformer;
import fovea.tensor.Batch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The nets that can be measured, each with its loss: classifiers of ten classes, and UNets that
/// find one foreground.
public final class BenchmarkNets {
    private static final int CLASSES = 10;
    private static final Map<String, Backbone> CLASSIFIERS = classifiers();
    private static final Map<String, Integer> UNETS =
            Map.of("unet16", 16, "unet32", 32, "unet64", 64);

    private BenchmarkNets() {}

    /// Names, in the order in which they should be listed.
    public static Set<String> names() {
        Set<String> names = new LinkedHashSet<>(CLASSIFIERS.keySet());
        names.addAll(new TreeSet<>(UNETS.keySet()));
        return names;
    }

    /// A net for images of a size, with the inputs `image` and `target` and the outputs `loss` and
    /// `logits`; empty if the name is unknown.
    public static Optional<Graph> find(String name, Shape image) {
        if (UNETS.containsKey(name)) {
            int width = UNETS.get(name);
            return Optional.of(Graph.build(name, g -> unet(g, g.input(Batch.IMAGE, image), width)));
        }
        return Optional.ofNullable(CLASSIFIERS.get(name))
                .map(
                        backbone ->
                                Graph.build(
                                        name,
                                        g -> classifier(g, g.input(Batch.IMAGE, image), backbone)));
    }

    /// The size that a net is usually measured at.
    public static Shape usualSize(String name) {
        return switch (name) {
            case "lenet" -> Shape.image(1, 28, 28);
            case "resnet20" -> Shape.image(3, 32, 32);
            case "unet16", "unet32", "unet64" -> Shape.image(3, 128, 128);
            default -> Shape.image(3, 224, 224);
        };
    }

    private static Map<String, Backbone> classifiers() {
        Map<String, Backbone> nets = new LinkedHashMap<>();
        nets.put("lenet", new LeNet(LeNet.Variant.WIDE));
        nets.put("resnet20", new CifarResNet(20, 16, CifarResNet.Shortcut.PROJECTION));
        nets.put("vgg11", new Vgg(4096, 0.5));
        nets.put("resnet18", new ResNet(18, ResNet.Stem.STANDARD));
        nets.put("resnet34", new ResNet(34, ResNet.Stem.STANDARD));
        nets.put("resnet50", new ResNet(50, ResNet.Stem.STANDARD));
        nets.put("mobilenet-v2", new MobileNetV2(1));
        nets.put("shufflenet-v2", new ShuffleNetV2(ShuffleNetV2.Width.X1));
        nets.put("convnext-tiny", new ConvNeXt(96, 4, 0.1));
        nets.put("vit-tiny", new VisionTransformer(16, 192, 12, 3, 0.1));
        return Collections.unmodifiableMap(nets);
    }

    private static void classifier(GraphBuilder g, Value image, Backbone backbone) {
        GraphBuilder body = g.at("backbone");
        Features features = backbone.features(body, image);
        Value logits = g.at("head").linear(backbone.pooled(body, features), CLASSES);
        Value target = g.input("target", Shape.of(Shape.BATCH, CLASSES));
        g.output(Graph.LOSS, new CrossEntropy(0).of(g.at("loss"), logits, target));
        g.output("logits", logits);
    }

    /// UNet (Ronneberger et al., 2015) with four levels, batch normalisation and transposed
    /// convolutions.
    private static void unet(GraphBuilder g, Value image, int width) {
        Value a = twice(g.at("down1"), image, width);
        Value b = twice(g.at("down2"), halved(g, a), 2 * width);
        Value c = twice(g.at("down3"), halved(g, b), 4 * width);
        Value x = twice(g.at("bottom"), halved(g, c), 8 * width);
        x = up(g.at("up3"), x, c);
        x = up(g.at("up2"), x, b);
        x = up(g.at("up1"), x, a);
        Value logits = g.at("head").conv2d(x, 1, Window.kernel(1), Bias.LEARNT);
        Value target = g.input("target", logits.shape());
        g.output(Graph.LOSS, new BinaryCrossEntropy().of(g.at("loss"), logits, target));
        g.output("logits", logits);
    }

    private static Value halved(GraphBuilder g, Value x) {
        return g.maxPool2d(x, Window.kernel(2).stride(2));
    }

    private static Value twice(GraphBuilder g, Value x, int channels) {
        Value y = x;
        for (String name : List.of("a", "b")) {
            GraphBuilder s = g.at(name);
            Value conv = s.at("conv").conv2d(y, channels, Window.same(3), Bias.NONE);
            y = s.unary(Op.Function.RELU, s.at("bn").batchNorm(conv));
        }
        return y;
    }

    private static Value up(GraphBuilder g, Value x, Value skip) {
        int channels = skip.shape().dim(1);
        Value wide =
                g.at("deconv")
                        .convTranspose2d(x, channels, Window.kernel(2).stride(2), Bias.LEARNT);
        return twice(g, g.concat(1, wide, skip), channels);
    }
}
