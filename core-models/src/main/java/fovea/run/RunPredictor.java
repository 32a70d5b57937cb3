package fovea.run;

import fovea.checkpoint.Checkpoint;
import fovea.checkpoint.TrainedWeights;
import fovea.dataset.BatchRecipe;
import fovea.dataset.DataLoader;
import fovea.dataset.Dataset;
import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.InferenceSession;
import fovea.experiment.Catalog;
import fovea.experiment.DataSpec;
import fovea.experiment.Experiment;
import fovea.experiment.ExperimentReader;
import fovea.graph.Graph;
import fovea.model.Model;
import fovea.model.ModelContext;
import fovea.problem.InvalidInputException;
import fovea.sample.ClassList;
import fovea.sample.Sample;
import fovea.tensor.Batch;
import fovea.tensor.HostTensor;
import fovea.tensor.TargetEncoder;
import fovea.training.Cancellation;
import fovea.training.Judge;
import fovea.training.Progress;
import fovea.training.Verdict;
import fovea.transform.Pipeline;

import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Predicts with what a run has learnt. Used by one thread at a time; closing frees the net.
public final class RunPredictor implements AutoCloseable {
    private final Experiment experiment;
    private final ClassList classes;
    private final Function<Graph, InferenceSession> sessions;
    private final InferenceSession session;

    private RunPredictor(
            Experiment experiment, ClassList classes, Function<Graph, InferenceSession> sessions) {
        this.experiment = experiment;
        this.classes = classes;
        this.sessions = sessions;
        session = sessions.apply(graph(experiment.model().decoder().outputs()));
    }

    /// Opens the best checkpoint of a run, or the last if no epoch was validated yet.
    ///
    /// @throws InvalidInputException if there is none, or it is damaged
    public static RunPredictor open(RunFolder run, Catalog catalog, Engine engine, Device device) {
        Path saved =
                Stream.of(run.bestCheckpoint(), run.lastCheckpoint())
                        .filter(Files::exists)
                        .findFirst()
                        .orElseThrow(() -> nothingSaved(run));
        return open(saved, catalog, engine, device);
    }

    private static InvalidInputException nothingSaved(RunFolder run) {
        return InvalidInputException.of(
                run.root().toString(),
                "the run has saved no checkpoint yet",
                "let it train for an epoch: fovea train --resume " + run.root());
    }

    /// Opens a checkpoint, which knows its experiment and its classes.
    ///
    /// @throws InvalidInputException if it is missing or damaged, or its experiment cannot be used
    public static RunPredictor open(
            Path checkpoint, Catalog catalog, Engine engine, Device device) {
        TrainedWeights trained = Checkpoint.weights(checkpoint);
        Experiment experiment =
                ExperimentReader.read(
                        trained.origin().experiment(), checkpoint.toString(), List.of(), catalog);
        ClassList classes = new ClassList(trained.origin().classes());
        Graph graph =
                experiment.model().graph(new ModelContext(classes, experiment.data().input()));
        TrainedWeights.checkFits(checkpoint, trained.weights(), graph);
        return new RunPredictor(
                experiment, classes, part -> engine.infer(part, trained.weights(), device));
    }

    private Graph graph(List<String> outputs) {
        return experiment
                .model()
                .graph(new ModelContext(classes, experiment.data().input()))
                .only(outputs.toArray(String[]::new));
    }

    /// The recipe of the run.
    public Experiment experiment() {
        return experiment;
    }

    public ClassList classes() {
        return classes;
    }

    /// Judges the net on samples with truth, prepared as in the run's validation.
    ///
    /// @param seen takes each sample with its predictions, in order
    /// @return empty if it was cancelled
    /// @throws InvalidInputException if the dataset has other classes
    public Optional<Verdict> evaluate(
            Dataset dataset, Consumer<Sample> seen, Progress progress, Cancellation cancellation) {
        if (!dataset.classes().equals(classes)) {
            throw InvalidInputException.of(
                    dataset.name(),
                    "its classes are %s, the net knows %s"
                            .formatted(dataset.classes().names(), classes.names()),
                    "test it on data with the same classes in the same order");
        }
        Model model = experiment.model();
        List<String> outputs = new ArrayList<>(model.decoder().outputs());
        outputs.add(Graph.LOSS);
        try (InferenceSession judged = sessions.apply(graph(outputs));
                DataLoader loader =
                        ExperimentData.loader(experiment.data(), dataset, model.targets(classes))) {
            return new Judge(model.decoder(), classes, judged::run)
                    .judge(loader, seen, progress, cancellation);
        }
    }

    /// The samples with predictions; their truth is not looked at.
    ///
    /// @throws InvalidInputException if an image cannot be read
    public List<Sample> predict(List<Sample> samples) {
        DataSpec data = experiment.data();
        BatchRecipe recipe =
                BatchRecipe.of(new Pipeline(data.prepare()), data.input(), new NoTargets());
        int size = data.loader().batch();
        List<Sample> predicted = new ArrayList<>();
        for (int from = 0; from < samples.size(); from += size) {
            List<Sample> chunk = samples.subList(from, Math.min(samples.size(), from + size));
            try (Batch batch = recipe.batchOf(chunk)) {
                predicted.addAll(decoded(batch, session.run(batch.tensors())));
            }
        }
        return predicted;
    }

    private List<Sample> decoded(Batch batch, Map<String, HostTensor> outputs) {
        return IntStream.range(0, batch.size())
                .mapToObj(
                        row ->
                                batch.samples()
                                        .get(row)
                                        .withPredictions(
                                                experiment.model().decoder().decode(outputs, row)))
                .toList();
    }

    @Override
    public void close() {
        session.close();
    }

    private static final class NoTargets implements TargetEncoder {
        @Override
        public Map<String, List<Integer>> targets() {
            return Map.of();
        }

        @Override
        public void encode(Sample sample, Map<String, FloatBuffer> into) {}
    }
}
