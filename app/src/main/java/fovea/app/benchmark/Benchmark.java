package fovea.app.benchmark;

import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.InferenceSession;
import fovea.engine.Initialization;
import fovea.engine.Precision;
import fovea.engine.TrainingOptions;
import fovea.engine.TrainingSession;
import fovea.graph.Graph;
import fovea.graph.GraphSummary;
import fovea.graph.Value;
import fovea.optimization.Optimizer;
import fovea.problem.InvalidInputException;
import fovea.sample.Seed;
import fovea.tensor.Batch;
import fovea.tensor.HostTensor;
import fovea.tensor.Layout;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Runs a net on made-up images, the same ones each time, and says how fast it is.
public final class Benchmark {
    private static final int DISTINCT_BATCHES = 4;
    private static final int ROUNDS = 5;

    private final Engine engine;
    private final Device device;
    private final Graph graph;
    private final int batchSize;

    public Benchmark(Engine engine, Device device, Graph graph, int batch) {
        this.engine = engine;
        this.device = device;
        this.graph = graph;
        this.batchSize = batch;
    }

    /// Adam with a learning rate of 1e-3, in fp32: forward, backward, update.
    ///
    /// @throws InvalidInputException if there cannot be memory enough
    public BenchmarkResult train(int steps) {
        MemoryNeed.toTrain(graph, batchSize).require(DISTINCT_BATCHES, device);
        List<Map<String, HostTensor>> batches = batches(graph, batchSize);
        Optimizer adam = new Optimizer.Adam(1e-3, 0.9, 0.999, 1e-8, 0);
        TrainingOptions options =
                new TrainingOptions(
                        device,
                        Precision.FP32,
                        adam,
                        OptionalDouble.empty(),
                        OptionalDouble.empty());
        try (TrainingSession session =
                engine.train(graph, Initialization.of(graph, new Seed(0)), options)) {
            return measure(
                    steps, i -> session.step(List.of(batches.get(i % DISTINCT_BATCHES)), 1e-3, i));
        }
    }

    /// Forward only, without the loss.
    ///
    /// @throws InvalidInputException if there cannot be memory enough
    public BenchmarkResult infer(int steps) {
        Graph net = graph.only("logits");
        MemoryNeed.toInfer(net, batchSize).require(DISTINCT_BATCHES, device);
        List<Map<String, HostTensor>> images = batches(net, batchSize);
        try (InferenceSession session =
                engine.infer(net, Initialization.of(net, new Seed(0)), device)) {
            return measure(steps, i -> session.run(images.get(i % DISTINCT_BATCHES)));
        }
    }

    private interface Step {
        void run(int index);
    }

    /// A quarter of the steps warm up; the rest is measured in rounds, of which the median counts.
    private BenchmarkResult measure(int steps, Step step) {
        step.run(0);
        double first =
                (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime())
                        / 1e3;
        List<Long> resident = new ArrayList<>(List.of(ProcessMemory.nowMegabytes()));
        int next = 1;
        for (int i = 0; i < steps / 4; i++) {
            step.run(next++);
        }
        resident.add(ProcessMemory.nowMegabytes());
        int perRound = Math.max(1, steps / ROUNDS);
        double[] rates = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < perRound; i++) {
                step.run(next++);
            }
            rates[round] = (double) perRound * batchSize / ((System.nanoTime() - start) / 1e9);
            resident.add(ProcessMemory.nowMegabytes());
        }
        Arrays.sort(rates);
        GraphSummary summary = GraphSummary.of(graph);
        return new BenchmarkResult(
                rates[ROUNDS / 2],
                rates[ROUNDS - 1],
                first,
                ProcessMemory.peakMegabytes(),
                summary.parameters(),
                summary.multiplyAdds(),
                resident);
    }

    private static List<Map<String, HostTensor>> batches(Graph graph, int size) {
        SplittableRandom random = new Seed(1).random();
        List<Map<String, HostTensor>> batches = new ArrayList<>();
        for (int i = 0; i < DISTINCT_BATCHES; i++) {
            Map<String, HostTensor> batch = new TreeMap<>();
            for (Value input : graph.inputs()) {
                boolean image = input.name().equals(Batch.IMAGE);
                Layout layout = image ? Layout.CHANNELS_LAST : Layout.CONTIGUOUS;
                HostTensor tensor = HostTensor.zeros(layout, input.shape().withBatch(size));
                batch.put(input.name(), tensor);
                if (image) {
                    fill(tensor, random);
                } else {
                    mark(tensor, size, random);
                }
            }
            batches.add(batch);
        }
        return batches;
    }

    private static void fill(HostTensor tensor, SplittableRandom random) {
        for (int k = 0; k < tensor.elements(); k++) {
            tensor.data().put(k, (float) random.nextDouble());
        }
    }

    /// One element of each sample is 1, the others 0.
    private static void mark(HostTensor tensor, int samples, SplittableRandom random) {
        int each = tensor.elements() / samples;
        for (int sample = 0; sample < samples; sample++) {
            tensor.data().put(sample * each + random.nextInt(each), 1);
        }
    }
}
