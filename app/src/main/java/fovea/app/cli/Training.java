package fovea.app.cli;

import fovea.checkpoint.SaveException;
import fovea.experiment.Catalog;
import fovea.problem.InvalidInputException;
import fovea.run.OpenRun;
import fovea.run.RunReport;
import fovea.run.SignalStop;
import fovea.training.RunResult;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/// Trains an open run, tells how it goes, and writes its report.
record Training(Output output, Catalog catalog) {
    /// Trains and closes the run. A signal that ends the process lets all this come to its end.
    ///
    /// @return the exit code
    int toTheEnd(OpenRun run) {
        try (SignalStop stop = SignalStop.install();
                run) {
            RunResult result;
            try (TrainConsole console = TrainConsole.create(run.folder())) {
                result = run.train(console, stop);
            }
            boolean due = result.summary().bestEpoch() > 0;
            boolean reported = due && report(run);
            tell(run, result, reported);
            return result instanceof RunResult.Failed || reported != due
                    ? FoveaCommand.FAILURE
                    : FoveaCommand.OK;
        }
    }

    /// A report that cannot be written must not hide how the run ended.
    private boolean report(OpenRun run) {
        try {
            RunReport.write(run.folder(), catalog);
            return true;
        } catch (InvalidInputException | SaveException e) {
            say("there is no report: " + e.getMessage());
            return false;
        }
    }

    private void say(String message) {
        output.err().println("fovea: " + message);
        output.err().flush();
    }

    private void tell(OpenRun run, RunResult result, boolean reported) {
        RunResult.Summary summary = result.summary();
        if (result instanceof RunResult.Failed failed) {
            say(failed.problem().message());
        }
        if (output.json()) {
            output.json(values(run, result));
            return;
        }
        output.line("%s", run.complete() ? "There was nothing left to train." : sentence(result));
        if (reported) {
            output.line(
                    "best %s %.2f in epoch %d",
                    summary.primaryMetric(), summary.bestValue(), summary.bestEpoch());
            output.line("report  %s", run.folder().report());
        }
        output.line("run     %s", run.folder().root());
    }

    private static String sentence(RunResult result) {
        RunResult.Summary summary = result.summary();
        return switch (result) {
            case RunResult.Completed _ ->
                    "Trained %s in %s.".formatted(epochs(summary), time(summary));
            case RunResult.StoppedEarly _ ->
                    "Stopped after epoch %d, which no longer improved, in %s."
                            .formatted(summary.epoch(), time(summary));
            case RunResult.Cancelled _ ->
                    "Stopped in epoch %d; go on with --resume.".formatted(summary.epoch());
            case RunResult.Failed _ -> "Failed in epoch %d.".formatted(summary.epoch());
        };
    }

    private static String epochs(RunResult.Summary summary) {
        return summary.epoch() == 1 ? "1 epoch" : summary.epoch() + " epochs";
    }

    private static String time(RunResult.Summary summary) {
        long seconds = Math.round(summary.seconds());
        return seconds < 60
                ? seconds + " s"
                : "%d min %02d s".formatted(seconds / 60, seconds % 60);
    }

    private static Map<String, @Nullable Object> values(OpenRun run, RunResult result) {
        RunResult.Summary summary = result.summary();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("outcome", result.getClass().getSimpleName());
        values.put("run", run.folder().root().toString());
        values.put("epoch", summary.epoch());
        values.put("step", summary.step());
        values.put("metric", summary.primaryMetric());
        values.put("best", Double.isNaN(summary.bestValue()) ? null : summary.bestValue());
        values.put("bestEpoch", summary.bestEpoch());
        values.put("seconds", summary.seconds());
        if (result instanceof RunResult.Failed failed) {
            values.put("problem", failed.problem().message());
        }
        return values;
    }
}
