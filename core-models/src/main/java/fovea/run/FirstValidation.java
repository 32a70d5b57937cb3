package fovea.run;

import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.evaluation.ConfusionMatrix;
import fovea.evaluation.Evaluation;
import fovea.experiment.Catalog;
import fovea.experiment.Experiment;
import fovea.graph.Graph;
import fovea.graph.GraphSummary;
import fovea.model.ModelContext;
import fovea.training.Cancellation;
import fovea.training.PredictionSink;
import fovea.training.Progress;
import fovea.training.TrainEvent;
import fovea.training.Verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Judges an imported net on the validation part of its run's data, and tells it as the run's first
/// and only validation, so that its errors can be looked at.
public final class FirstValidation {
    private static final int EPOCH = 1;
    private static final int MOST_CONFUSION_CLASSES = 256;

    private final RunFolder run;
    private final Catalog catalog;
    private final Engine engine;
    private final Device device;

    private FirstValidation(RunFolder run, Catalog catalog, Engine engine, Device device) {
        this.run = run;
        this.catalog = catalog;
        this.engine = engine;
        this.device = device;
    }

    /// @return empty if it was cancelled
    /// @throws fovea.problem.InvalidInputException if the data cannot be used or has other classes
    public static Optional<Verdict> of(
            RunFolder run, Catalog catalog, Engine engine, Device device) {
        return new FirstValidation(run, catalog, engine, device).judge();
    }

    private Optional<Verdict> judge() {
        try (RunPredictor predictor = RunPredictor.open(run, catalog, engine, device)) {
            RunData data = RunData.open(predictor.experiment());
            PredictionSink sink = new EpochPredictions(run, predictor.deployment().classList());
            try (PredictionSink.Entry predictions = sink.begin(EPOCH)) {
                Optional<Verdict> verdict =
                        predictor.evaluate(
                                data.validation(),
                                predictions::add,
                                Progress.none(),
                                Cancellation.never());
                verdict.ifPresent(found -> tell(predictor, data, found, predictions.finish()));
                return verdict;
            }
        }
    }

    private void tell(RunPredictor predictor, RunData data, Verdict verdict, String predictions) {
        Evaluation evaluation = verdict.evaluation();
        Instant now = Instant.now();
        TrainEvent started =
                new TrainEvent.Started(
                        now,
                        0,
                        EPOCH,
                        EPOCH,
                        0,
                        data.train().size(),
                        data.validation().size(),
                        predictor.deployment().classList().names(),
                        device.label(),
                        parameters(predictor),
                        evaluation.primary().key());
        TrainEvent validated =
                new TrainEvent.Validated(
                        now,
                        0,
                        EPOCH,
                        Double.NaN,
                        verdict.metrics(),
                        confusion(evaluation),
                        predictions,
                        true);
        try (EventLog log = EventLog.append(run.events())) {
            log.on(started);
            log.on(validated);
        }
        RunFacts facts = RunFacts.of(List.of(started, validated));
        SummaryFile.write(run.summary(), facts.imported(now));
    }

    private static List<List<Integer>> confusion(Evaluation evaluation) {
        return evaluation
                .confusion()
                .filter(matrix -> matrix.classes() <= MOST_CONFUSION_CLASSES)
                .map(ConfusionMatrix::counts)
                .orElse(List.of());
    }

    private static long parameters(RunPredictor predictor) {
        Experiment experiment = predictor.experiment();
        Graph graph =
                experiment
                        .model()
                        .graph(
                                new ModelContext(
                                        predictor.deployment().classList(),
                                        experiment.data().input()));
        return GraphSummary.of(graph).parameters();
    }
}
