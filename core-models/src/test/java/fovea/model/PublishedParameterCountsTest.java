package fovea.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.graph.Graph;
import fovea.graph.GraphSummary;
import fovea.graph.Shape;
import fovea.graph.Value;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/// Parameters as the papers' reference weights have them, with a linear classifier on top.
class PublishedParameterCountsTest {
    static Stream<Arguments> models() {
        Shape imagenet = Shape.image(3, 224, 224);
        return Stream.of(
                Arguments.of(new LeNet(LeNet.Variant.CLASSIC), Shape.image(1, 28, 28), 10, 61_706),
                Arguments.of(new LeNet(LeNet.Variant.CLASSIC), Shape.image(1, 32, 32), 10, 61_706),
                Arguments.of(new LeNet(LeNet.Variant.WIDE), Shape.image(1, 28, 28), 10, 431_080),
                Arguments.of(new Vgg(4096, 0.5), imagenet, 1000, 132_868_840),
                Arguments.of(new ResNet(18, ResNet.Stem.STANDARD), imagenet, 1000, 11_689_512),
                Arguments.of(new ResNet(34, ResNet.Stem.STANDARD), imagenet, 1000, 21_797_672),
                Arguments.of(new ResNet(50, ResNet.Stem.STANDARD), imagenet, 1000, 25_557_032),
                Arguments.of(
                        new CifarResNet(20, 16, CifarResNet.Shortcut.PADDING),
                        Shape.image(3, 32, 32),
                        10,
                        269_722),
                Arguments.of(
                        new CifarResNet(20, 16, CifarResNet.Shortcut.PROJECTION),
                        Shape.image(3, 32, 32),
                        10,
                        272_474),
                Arguments.of(new MobileNetV2(1), imagenet, 1000, 3_504_872),
                Arguments.of(new ShuffleNetV2(ShuffleNetV2.Width.X1), imagenet, 1000, 2_278_604),
                Arguments.of(new ConvNeXt(96, 4, 0.1), imagenet, 1000, 28_589_128),
                Arguments.of(
                        new VisionTransformer(16, 192, 12, 3, 0.1), imagenet, 1000, 5_717_416));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void equalThePublishedOnes(Backbone backbone, Shape image, int classes, long published) {
        assertEquals(published, GraphSummary.of(classifier(backbone, image, classes)).parameters());
    }

    static Stream<Arguments> costs() {
        Shape imagenet = Shape.image(3, 224, 224);
        return Stream.of(
                Arguments.of(new ResNet(18, ResNet.Stem.STANDARD), imagenet, 1.81),
                Arguments.of(new ResNet(50, ResNet.Stem.STANDARD), imagenet, 4.09),
                Arguments.of(new MobileNetV2(1), imagenet, 0.30),
                Arguments.of(new ShuffleNetV2(ShuffleNetV2.Width.X1), imagenet, 0.146),
                Arguments.of(new ConvNeXt(96, 4, 0.1), imagenet, 4.46),
                Arguments.of(new VisionTransformer(16, 192, 12, 3, 0.1), imagenet, 1.26));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("costs")
    void costWhatIsPublished(Backbone backbone, Shape image, double billions) {
        double counted = GraphSummary.of(classifier(backbone, image, 1000)).multiplyAdds() / 1e9;
        assertEquals(billions, counted, billions * 0.03);
    }

    static Stream<Arguments> strides() {
        Shape imagenet = Shape.image(3, 224, 224);
        Shape cifar = Shape.image(3, 32, 32);
        return Stream.of(
                Arguments.of(new Vgg(4096, 0.5), imagenet, List.of(2, 4, 8, 16, 32)),
                Arguments.of(new ResNet(18, ResNet.Stem.STANDARD), imagenet, List.of(4, 8, 16, 32)),
                Arguments.of(new ResNet(50, ResNet.Stem.STANDARD), imagenet, List.of(4, 8, 16, 32)),
                Arguments.of(
                        new CifarResNet(20, 16, CifarResNet.Shortcut.PROJECTION),
                        cifar,
                        List.of(1, 2, 4)),
                Arguments.of(new MobileNetV2(1), imagenet, List.of(2, 4, 8, 16, 32)),
                Arguments.of(
                        new ShuffleNetV2(ShuffleNetV2.Width.X1),
                        imagenet,
                        List.of(2, 4, 8, 16, 32)),
                Arguments.of(new ConvNeXt(96, 4, 0.1), imagenet, List.of(4, 8, 16, 32)),
                Arguments.of(
                        new VisionTransformer(16, 192, 12, 3, 0.1),
                        imagenet,
                        List.of(4, 8, 16, 32)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strides")
    void mapsHaveTheStridesThatHeadsBuildOn(Backbone backbone, Shape image, List<Integer> wanted) {
        Graph.build(
                "features",
                g -> {
                    List<Value> maps = backbone.features(g, g.input("image", image)).maps();
                    List<Integer> found =
                            maps.stream().map(m -> image.dim(2) / m.shape().dim(2)).toList();
                    assertEquals(wanted, found);
                    assertTrue(maps.stream().allMatch(map -> map.shape().rank() == 4));
                });
    }

    private static Graph classifier(Backbone backbone, Shape image, int classes) {
        return Graph.build(
                "classifier",
                g -> {
                    Features features =
                            backbone.features(g.at("backbone"), g.input("image", image));
                    g.output(
                            "logits",
                            g.at("head")
                                    .linear(backbone.pooled(g.at("backbone"), features), classes));
                });
    }
}
