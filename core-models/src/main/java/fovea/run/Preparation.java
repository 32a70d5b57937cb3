package fovea.run;

import fovea.checkpoint.Checkpoint;
import fovea.checkpoint.Origin;
import fovea.checkpoint.TrainedWeights;
import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.Initialization;
import fovea.engine.TrainingOptions;
import fovea.engine.TrainingSession;
import fovea.engine.Weights;
import fovea.experiment.Experiment;
import fovea.experiment.ExperimentWriter;
import fovea.experiment.TrainingSpec;
import fovea.graph.Graph;
import fovea.graph.Op;
import fovea.graph.Role;
import fovea.model.ModelContext;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;
import fovea.training.RunOutputs;
import fovea.training.TrainingData;
import fovea.training.TrainingJob;
import fovea.training.TrainingPlan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The data and the net of an experiment, open for training.
///
/// @param warnings what there is to say of the weights it starts with
record Preparation(
        Experiment experiment,
        TrainingData data,
        Graph graph,
        TrainingSession session,
        List<Problem> warnings) {
    /// What computes.
    record Machine(Engine engine, Device device) {}

    /// @param start where the weights to start with are; empty if they are drawn, or come from a
    ///   checkpoint
    /// @param resources close what is opened here
    static Preparation open(
            Experiment experiment, Machine machine, Optional<String> start, Resources resources) {
        TrainingData data = ExperimentData.open(experiment);
        resources.onClose(data::close);
        Graph graph =
                experiment
                        .model()
                        .graph(new ModelContext(data.classes(), experiment.data().input()));
        Weights drawn = Initialization.of(graph, Seeds.WEIGHTS.of(experiment));
        StartWeights initial =
                start.map(path -> StartWeights.of(Path.of(path), drawn, data.classes()))
                        .orElseGet(() -> new StartWeights(drawn, List.of()));
        TrainingSession session =
                machine.engine()
                        .train(graph, initial.weights(), options(experiment, machine.device()));
        resources.onClose(session::close);
        return new Preparation(experiment, data, graph, session, initial.warnings());
    }

    private static TrainingOptions options(Experiment experiment, Device device) {
        TrainingSpec spec = experiment.training();
        return new TrainingOptions(
                device,
                spec.precision(),
                experiment.optimizer(),
                optional(spec.clipNorm()),
                optional(spec.ema()));
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /// @throws InvalidInputException if the checkpoint is of another net or other data
    void check(Path file, Checkpoint checkpoint) {
        List<String> before = checkpoint.origin().classes();
        if (!before.equals(data.classes().names())) {
            throw InvalidInputException.of(
                    experiment.data().source(),
                    "its classes are %s, the run began with %s"
                            .formatted(data.classes().names(), before),
                    "restore the data, or train anew");
        }
        TrainedWeights.checkFits(file, checkpoint.state().weights(), graph);
        if (checkpoint.position().batchInEpoch() > data.train().batchesPerEpoch()) {
            throw InvalidInputException.of(
                    experiment.data().source(),
                    "an epoch has fewer batches than the run had already done of it",
                    "restore the data and data.loader.batch, or train anew");
        }
        if (checkpoint.state().averaged().isPresent() != experiment.training().ema().isPresent()) {
            throw InvalidInputException.of(
                    file.toString(),
                    "training.ema was changed between none and a number",
                    "resume with the value the run began with");
        }
    }

    /// Where the data lies.
    String source() {
        return experiment.data().source();
    }

    TrainingJob job(RunFolder run, Device device) {
        RunOutputs outputs =
                new RunOutputs(
                        run.checkpoints(),
                        experiment.training().keep(),
                        new EpochPredictions(run, data.classes()),
                        new Origin(ExperimentWriter.format(experiment), data.classes().names()),
                        device.label(),
                        parameters());
        return new TrainingJob(data, experiment.model(), session, plan(), outputs);
    }

    private TrainingPlan plan() {
        TrainingSpec spec = experiment.training();
        return new TrainingPlan(
                spec.epochs(),
                spec.validateEvery(),
                spec.accumulate(),
                spec.patience(),
                experiment.optimizer().lr(),
                experiment.schedule(),
                Seeds.STEPS.of(experiment));
    }

    private long parameters() {
        return graph.parameters().stream()
                .filter(
                        value ->
                                value.op() instanceof Op.Parameter parameter
                                        && parameter.role() != Role.BUFFER)
                .mapToLong(value -> value.shape().elementsPerSample())
                .sum();
    }
}
