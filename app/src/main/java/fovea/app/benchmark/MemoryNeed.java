package fovea.app.benchmark;

import fovea.engine.Device;
import fovea.graph.Graph;
import fovea.graph.GraphSummary;
import fovea.problem.InvalidInputException;

import java.lang.management.ManagementFactory;

/// The least memory that a benchmark needs, so that one that cannot fit is refused before the
/// machine grinds to a halt.
///
/// @param batchBytes made-up images and targets of one batch
/// @param netBytes weights, and of what the layers compute at least a part
record MemoryNeed(double batchBytes, double netBytes) {
    private static final double GIB = 1L << 30;

    /// Weights, gradients and two averages of the optimiser.
    private static final int COPIES_OF_WEIGHTS = 4;

    /// Layers such as ReLU work in place, so that not every value is kept.
    private static final double KEPT = 0.4;

    static MemoryNeed toTrain(Graph graph, int batch) {
        GraphSummary summary = GraphSummary.of(graph);
        double kept = KEPT * summary.activations() * batch;
        double weights = (double) COPIES_OF_WEIGHTS * summary.parameters();
        return new MemoryNeed(inputs(graph, batch), (kept + weights) * Float.BYTES);
    }

    static MemoryNeed toInfer(Graph graph, int batch) {
        GraphSummary summary = GraphSummary.of(graph);
        double largest =
                graph.values().stream()
                        .filter(value -> value.shape().batched())
                        .mapToLong(value -> value.shape().elementsPerSample())
                        .max()
                        .orElse(0);
        double net = largest * batch + summary.parameters();
        return new MemoryNeed(inputs(graph, batch), net * Float.BYTES);
    }

    private static double inputs(Graph graph, int batch) {
        double elements =
                graph.inputs().stream()
                        .mapToDouble(input -> input.shape().elementsPerSample())
                        .sum();
        return elements * batch * Float.BYTES;
    }

    /// @param batches how many are held at once
    /// @param device where the net lies; how much memory a GPU has is left to the engine
    /// @throws InvalidInputException if one batch is larger than a buffer can be, or all do not fit
    ///   into the machine
    void require(int batches, Device device) {
        if (batchBytes > Integer.MAX_VALUE) {
            throw tooMuch("a batch", batchBytes, "2.0 GiB is the most");
        }
        double memory = memory();
        double all = batches * batchBytes + (device.equals(Device.CPU) ? netBytes : 0);
        if (all > memory) {
            throw tooMuch("it", all, "the machine has %.1f".formatted(memory / GIB));
        }
    }

    private static InvalidInputException tooMuch(String what, double bytes, String limit) {
        return InvalidInputException.of(
                "--batch and --size",
                "%s would take at least %.1f GiB, %s".formatted(what, bytes / GIB, limit),
                "choose a smaller batch or smaller images");
    }

    private static double memory() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Double.POSITIVE_INFINITY;
    }
}
