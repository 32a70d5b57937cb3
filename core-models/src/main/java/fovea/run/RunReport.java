package fovea.run;

import fovea.checkpoint.SaveException;
import fovea.evaluation.Evaluation;
import fovea.evaluation.Evaluator;
import fovea.evaluation.WorstMistakes;
import fovea.experiment.Catalog;
import fovea.experiment.Experiment;
import fovea.experiment.ExperimentReader;
import fovea.model.Decoder;
import fovea.problem.FileFailure;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;
import fovea.sample.Sample;
import fovea.training.TrainEvent;
import fovea.visualization.HtmlReport;
import fovea.visualization.ReportData;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes the report of a run: curves, confusion matrix and worst mistakes of its best epoch.
public final class RunReport {
    private static final int MISTAKES = 48;

    private RunReport() {}

    /// Writes [RunFolder#report] for a run with at least one validation.
    ///
    /// @throws InvalidInputException if the run or its data can no longer be read, or its log tells
    ///   of no validation
    /// @throws SaveException if the report cannot be written
    public static void write(RunFolder run, Catalog catalog) {
        Experiment experiment = ExperimentReader.read(run.experiment(), List.of(), catalog);
        List<TrainEvent> events = EventReader.readAll(run.events());
        RunSummary summary = RunStore.summary(run);
        if (summary.bestEpoch() == 0) {
            throw InvalidInputException.of(
                    run.events().toString(),
                    "the log tells of no validation, so there is nothing to report",
                    "train the run on, or anew");
        }
        RunData data = RunData.open(experiment);
        List<Sample> judged = judged(run.predictions(summary.bestEpoch()), data);
        Decoder decoder = experiment.model().decoder();
        Evaluator evaluator = decoder.evaluator(data.validation().classes());
        judged.forEach(evaluator::add);
        Evaluation evaluation = evaluator.evaluation();
        ReportData report =
                new ReportData(
                        headline(run, summary, events),
                        RunCurves.charts(events, summary.primaryMetric()),
                        evaluation,
                        data.validation().classes(),
                        WorstMistakes.of(judged, decoder.labelling(), MISTAKES),
                        Environment.read(run.environment()).entries());
        try {
            HtmlReport.write(report, run.report());
        } catch (IOException e) {
            throw new SaveException(
                    new Problem(
                            run.report().toString(),
                            "the report cannot be written (" + FileFailure.reason(e) + ")",
                            "free some space or check the right to write there"),
                    e);
        }
    }

    private static List<Sample> judged(Path predictions, RunData data) {
        Map<String, Integer> index = data.validationIndex();
        List<Sample> judged = new ArrayList<>();
        for (RunPredictions.Row row : RunPredictions.read(predictions).rows()) {
            Integer place = index.get(row.image());
            if (place != null) {
                judged.add(data.validation().sample(place).withPredictions(List.of(row.scores())));
            }
        }
        return judged;
    }

    private static ReportData.Headline headline(
            RunFolder run, RunSummary summary, List<TrainEvent> events) {
        Map<String, String> numbers = new LinkedHashMap<>();
        numbers.put(
                summary.primaryMetric(), String.format(Locale.ROOT, "%.2f", summary.bestValue()));
        numbers.put("best epoch", summary.bestEpoch() + " of " + summary.epochs());
        for (TrainEvent event : events) {
            if (event instanceof TrainEvent.Started started) {
                numbers.put("parameters", "%,d".formatted(started.parameters()));
                numbers.put("training images", "%,d".formatted(started.trainSamples()));
                numbers.put("validation images", "%,d".formatted(started.validationSamples()));
            }
            if (event instanceof TrainEvent.Finished finished) {
                numbers.put("seconds", String.format(Locale.ROOT, "%.0f", finished.seconds()));
            }
        }
        String outcome = summary.state().name().toLowerCase(Locale.ROOT);
        return new ReportData.Headline(run.name(), outcome, numbers);
    }
}
