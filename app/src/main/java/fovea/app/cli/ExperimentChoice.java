package fovea.app.cli;

import fovea.experiment.Catalog;
import fovea.experiment.Experiment;
import fovea.experiment.ExperimentReader;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;

/// The options that change an experiment.
final class ExperimentChoice {
    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change a value of the experiment, such as optimizer.lr=0.01; repeatable")
    private final List<String> overrides = new ArrayList<>();

    boolean changes() {
        return !overrides.isEmpty();
    }

    /// Reads an experiment by its file or by the name of a ready one.
    Experiment read(String fileOrName, Catalog catalog) {
        return ExperimentReader.read(Home.experiment(fileOrName), overrides, catalog);
    }
}
