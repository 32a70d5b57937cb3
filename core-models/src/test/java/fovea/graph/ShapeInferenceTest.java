package fovea.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class ShapeInferenceTest {
    private final GraphBuilder g = new GraphBuilder();
    private final Value image = g.input("image", Shape.image(3, 33, 20));

    @Test
    void aStridedConvolutionRoundsDown() {
        Value y = g.at("conv").conv2d(image, 8, Window.same(3).stride(2), Bias.NONE);
        assertEquals(Shape.image(8, 17, 10), y.shape());
        assertEquals("conv", y.name());
        assertEquals("conv.weight", y.input(1).name());
        assertEquals(Shape.of(8, 3, 3, 3), y.input(1).shape());
    }

    @Test
    void aTensorOfMoreThanTwoGigabytesIsRefusedByItsNode() {
        Value wide = g.input("wide", Shape.of(Shape.BATCH, 131_072));
        GraphException e = assertThrows(GraphException.class, () -> g.at("fc1").linear(wide, 4096));
        assertTrue(String.valueOf(e.getMessage()).contains("fc1.weight"), e.getMessage());
        assertTrue(String.valueOf(e.getMessage()).contains("2 GB"), e.getMessage());
    }

    @Test
    void dilationWidensTheWindow() {
        Value y = g.at("conv").conv2d(image, 4, Window.kernel(3).dilation(2), Bias.LEARNT);
        assertEquals(Shape.image(4, 29, 16), y.shape());
    }

    @Test
    void aTransposedConvolutionUndoesTheStride() {
        Value y = g.at("up").convTranspose2d(image, 5, Window.kernel(2).stride(2), Bias.LEARNT);
        assertEquals(Shape.image(5, 66, 40), y.shape());
    }

    @Test
    void missingAxesBroadcastFromTheRight() {
        Value row = g.parameter("row", Shape.of(20), new Initializer.Constant(0), Role.BIAS);
        assertEquals(Shape.image(3, 33, 20), g.add(row, image).shape());
    }

    @Test
    void concatenationAddsUpTheAxisOnly() {
        assertEquals(Shape.image(6, 33, 20), g.concat(1, image, image).shape());
    }

    @Test
    void reducingAllAxesGivesAScalar() {
        assertEquals(Shape.of(), g.mean(image, 0, 1, 2, 3).shape());
    }

    @Test
    void aMismatchNamesTheNodeBothShapesAndACure() {
        Value other = g.input("other", Shape.image(4, 33, 20));
        String message =
                assertThrows(GraphException.class, () -> g.at("block").add(image, other))
                        .toString();
        assertTrue(message.contains("block.add"), message);
        assertTrue(message.contains("N×3×33×20") && message.contains("N×4×33×20"), message);
        assertTrue(message.contains("make the dimensions equal"), message);
    }

    @Test
    void aWindowLargerThanTheImageIsRefused() {
        Value small = g.input("small", Shape.image(1, 2, 2));
        assertThrows(
                GraphException.class,
                () -> g.at("conv").conv2d(small, 1, Window.kernel(5), Bias.NONE));
    }

    @Test
    void reshapeKeepsTheNumberOfElements() {
        assertEquals(Shape.of(Shape.BATCH, 1980), g.flatten(image).shape());
        assertThrows(GraphException.class, () -> g.reshape(image, Shape.of(Shape.BATCH, 7)));
        assertThrows(GraphException.class, () -> g.reshape(image, Shape.of(1980)));
    }

    @Test
    void theBatchAxisCannotBeSliced() {
        assertThrows(GraphException.class, () -> g.slice(image, 0, 0, 1));
    }

    @Test
    void twoNodesCannotShareAName() {
        g.at("conv").conv2d(image, 4, Window.same(3), Bias.NONE);
        GraphBuilder again = g.at("conv");
        assertThrows(GraphException.class, () -> again.conv2d(image, 4, Window.same(3), Bias.NONE));
    }

    @Test
    void aPartOfAGraphKeepsOnlyWhatItsOutputsNeed() {
        Graph graph =
                Graph.build(
                        "two",
                        b -> {
                            Value x = b.input("x", Shape.of(Shape.BATCH, 4));
                            Value target = b.input("target", Shape.of(Shape.BATCH, 4));
                            Value y = b.at("fc").linear(x, 4);
                            b.output("y", y);
                            b.output(Graph.LOSS, b.mean(b.multiply(y, target), 0, 1));
                        });
        Graph part = graph.only("y");
        assertEquals(List.of("x"), part.inputs().stream().map(Value::name).toList());
        assertEquals(4, part.values().size());
        assertEquals(7, graph.values().size());
    }
}
