package fovea.app.cli;

import fovea.experiment.Catalog;
import fovea.run.OpenRun;
import fovea.run.RunReport;
import fovea.run.SignalStop;
import fovea.training.RunResult;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/// Trains an open run, tells how it goes, and writes its report.
record Training(Output output, Catalog catalog) {
    /// The exit code.
    int toTheEnd(OpenRun run) {
        RunResult result;
        try (SignalStop stop = SignalStop.install();
                TrainConsole console = TrainConsole.create(run.folder())) {
            result = run.train(console, stop);
        }
        boolean reported = result.summary().bestEpoch() > 0;
        if (reported) {
            RunReport.write(run.folder(), catalog);
        }
        tell(run, result, reported);
        return result instanceof RunResult.Failed ? FoveaCommand.FAILURE : FoveaCommand.OK;
    }

    private void tell(OpenRun run, RunResult result, boolean reported) {
        RunResult.Summary summary = result.summary();
        if (output.json()) {
            output.json(values(run, result));
            return;
        }
        output.line("%s", sentence(result));
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
                    "Trained %d epochs in %s.".formatted(summary.epoch(), time(summary));
            case RunResult.StoppedEarly _ ->
                    "Stopped after epoch %d, which no longer improved, in %s."
                            .formatted(summary.epoch(), time(summary));
            case RunResult.Cancelled _ ->
                    "Stopped in epoch %d; go on with --resume.".formatted(summary.epoch());
            case RunResult.Failed failed -> "Failed: " + failed.problem().message();
        };
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
