package fovea.training;

import fovea.checkpoint.CheckpointFolder;
import fovea.checkpoint.Origin;
import fovea.dataset.BatchRecipe;
import fovea.dataset.DataLoader;
import fovea.dataset.Dataset;
import fovea.dataset.LoaderSpec;
import fovea.dataset.Remainder;
import fovea.engine.TrainingState;
import fovea.engine.Weights;
import fovea.optimization.Constant;
import fovea.optimization.Schedule;
import fovea.sample.Seed;
import fovea.tensor.HostTensor;
import fovea.tensor.InputSpec;
import fovea.transform.Pipeline;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Small jobs: 20 training images in batches of 4, 10 validation images.
final class TestJobs {
    static final int BATCHES = 5;
    static final InputSpec INPUT = new InputSpec(1, 1, 2, List.of(0.5), List.of(0.5));
    private static final LoaderSpec LOADER = new LoaderSpec(4, 0, 8);

    private TestJobs() {}

    static TrainingPlan plan(int epochs) {
        return new TrainingPlan(epochs, 1, 1, Optional.empty(), 0.1, new Constant(), new Seed(5));
    }

    static TrainingPlan accumulating(TrainingPlan plan, int batches) {
        return new TrainingPlan(
                plan.epochs(),
                1,
                batches,
                plan.patience(),
                plan.lr(),
                plan.schedule(),
                plan.seed());
    }

    static TrainingPlan validatingEvery(TrainingPlan plan, int epochs) {
        return new TrainingPlan(
                plan.epochs(), epochs, 1, plan.patience(), plan.lr(), plan.schedule(), plan.seed());
    }

    static TrainingPlan patient(TrainingPlan plan, int patience) {
        return new TrainingPlan(
                plan.epochs(),
                1,
                1,
                Optional.of(patience),
                plan.lr(),
                plan.schedule(),
                plan.seed());
    }

    static TrainingPlan scheduled(TrainingPlan plan, Schedule schedule) {
        return new TrainingPlan(
                plan.epochs(), 1, 1, plan.patience(), plan.lr(), schedule, plan.seed());
    }

    static SoftmaxSession session() {
        return session(OptionalDouble.empty());
    }

    static SoftmaxSession session(OptionalDouble emaDecay) {
        return new SoftmaxSession(
                new Weights(
                        Map.of(
                                "head.weight", HostTensor.of(List.of(2, 2), 0.1f, -0.2f, 0, 0.3f),
                                "head.bias", HostTensor.of(List.of(2), 0, 0))),
                emaDecay);
    }

    static TrainingData data() {
        return data(PointDataset.of("train", 20), PointDataset.of("validation", 10));
    }

    static TrainingData data(Dataset train, Dataset validation) {
        return new TrainingData(train, loader(train), validation, loader(validation));
    }

    private static DataLoader loader(Dataset dataset) {
        PointModel model = new PointModel(0);
        BatchRecipe recipe =
                BatchRecipe.of(new Pipeline(List.of()), INPUT, model.targets(dataset.classes()));
        return new DataLoader(dataset, recipe, LOADER, Remainder.KEEP, new Seed(3));
    }

    static TrainingJob job(TrainingPlan plan, SoftmaxSession session, Path folder) {
        return job(plan, session, folder, 0);
    }

    static TrainingJob job(TrainingPlan plan, SoftmaxSession session, Path folder, int keep) {
        return job(data(), plan, session, folder, keep);
    }

    static TrainingJob job(
            TrainingData data, TrainingPlan plan, SoftmaxSession session, Path folder, int keep) {
        RunOutputs outputs =
                new RunOutputs(
                        new CheckpointFolder(folder.resolve("checkpoints")),
                        keep,
                        PredictionSink.none(),
                        new Origin("name: points", PointDataset.CLASSES.names()),
                        "CPU",
                        6);
        return new TrainingJob(data, new PointModel(0), session, plan, outputs);
    }

    /// All numbers of a state by name, to be compared bit for bit.
    static Map<String, List<Integer>> bits(TrainingState state) {
        Map<String, List<Integer>> bits = new HashMap<>();
        state.weights().tensors().forEach((name, t) -> bits.put(name, bits(t)));
        state.optimizer().forEach((name, t) -> bits.put(name, bits(t)));
        state.averaged()
                .ifPresent(mean -> mean.tensors().forEach((n, t) -> bits.put("ema/" + n, bits(t))));
        bits.put("updates", List.of((int) state.updates()));
        return bits;
    }

    private static List<Integer> bits(HostTensor tensor) {
        float[] values = tensor.toArray();
        Integer[] bits = new Integer[values.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
        return List.of(bits);
    }
}
