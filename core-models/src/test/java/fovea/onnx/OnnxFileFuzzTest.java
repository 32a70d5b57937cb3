package fovea.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import fovea.engine.Initialization;
import fovea.graph.Bias;
import fovea.graph.Graph;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.graph.Window;
import fovea.problem.InvalidInputException;
import fovea.sample.Seed;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/// A damaged file is refused, or taken if the damage does not matter; nothing else happens.
class OnnxFileFuzzTest {
    private static final int FLIPS = 12_000;
    private static final long MOST_MEMORY = 1 << 20;

    private final byte[] model = model();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aFileCutAnywhereIsRefused() {
        int whole = 0;
        for (int length = 0; length < model.length; length++) {
            byte[] cut = Arrays.copyOf(model, length);
            whole += taken(cut) ? 1 : 0;
        }
        // without its metadata a model is still one, and the metadata is one field at its end
        assertEquals(1, whole);
        OnnxFile.of("whole", model);
    }

    @Test
    void changedBytesAreRefusedOrDoNoHarm() {
        SplittableRandom random = new SplittableRandom(1);
        int refused = 0;
        for (int i = 0; i < FLIPS; i++) {
            byte[] changed = model.clone();
            for (int k = random.nextInt(1, 4); k > 0; k--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            refused += taken(changed) ? 0 : 1;
        }
        assertTrue(refused > FLIPS / 10, refused + " refused");
    }

    @Test
    void noiseIsRefused() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = new byte[random.nextInt(1, 300)];
            random.nextBytes(noise);
            assertThrows(InvalidInputException.class, () -> OnnxFile.of("noise", noise));
        }
    }

    /// Whether it is taken; refused with a cure is the only other way, in little memory.
    private boolean taken(byte[] bytes) {
        long before = threads.getCurrentThreadAllocatedBytes();
        boolean taken = true;
        try {
            OnnxFile.of("damaged", bytes);
        } catch (InvalidInputException e) {
            taken = false;
            assertTrue(e.problems().stream().noneMatch(problem -> problem.cure().isEmpty()));
        }
        long used = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(used < MOST_MEMORY, used + " bytes used");
        return taken;
    }

    private static byte[] model() {
        Graph graph =
                Graph.build(
                        "small",
                        g -> {
                            Value x = g.input("image", Shape.image(1, 6, 6));
                            Value y = g.at("conv").conv2d(x, 2, Window.same(3), Bias.LEARNT);
                            Value z = g.relu(g.at("norm").batchNorm(y));
                            g.output("scores", g.at("head").linear(g.flatten(z), 2));
                        });
        ExportOptions options =
                new ExportOptions(OnnxPrecision.FP32, "a net", Map.of("labels", "cat, dog"));
        return OnnxExport.of(graph, Initialization.of(graph, new Seed(3)).tensors(), options)
                .bytes();
    }
}
