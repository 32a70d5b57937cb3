package fovea.app.cli;

import fovea.run.RunFolder;
import fovea.training.Hook;
import fovea.training.TrainEvent;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;

/// Tells on the terminal how a run goes: a progress bar where somebody watches, a line an epoch
/// where the output goes to a file.
interface TrainConsole extends Hook, AutoCloseable {
    @Override
    void close();

    /// The console that fits where the output goes.
    static TrainConsole create(RunFolder folder) {
        System.err.println("run " + folder.root());
        boolean watched =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        return watched ? new BarConsole() : new LineConsole();
    }

    /// What is said once at the start.
    static String describe(TrainEvent.Started started) {
        if (started.epoch() > started.epochs()) {
            return "all %d epochs were done before".formatted(started.epochs());
        }
        return String.format(
                Locale.ROOT,
                "%,d parameters on %s, %,d images to train on and %,d to validate on, %s %d of %d",
                started.parameters(),
                started.device(),
                started.trainSamples(),
                started.validationSamples(),
                "epoch",
                started.epoch(),
                started.epochs());
    }

    /// What is said of a validation.
    static String describe(TrainEvent.Validated validated, String primary) {
        return String.format(
                Locale.ROOT,
                "loss %.4f  val loss %.4f  %s %.2f",
                validated.trainLoss(),
                validated.metrics().getOrDefault("loss", Double.NaN),
                primary,
                validated.metrics().getOrDefault(primary, Double.NaN));
    }
}
