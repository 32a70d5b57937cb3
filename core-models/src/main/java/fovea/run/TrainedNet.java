package fovea.run;

import fovea.checkpoint.Checkpoint;
import fovea.checkpoint.TrainedWeights;
import fovea.deployment.Deployment;
import fovea.engine.Weights;
import fovea.experiment.Catalog;
import fovea.experiment.Experiment;
import fovea.experiment.ExperimentReader;
import fovea.graph.Graph;
import fovea.model.ModelContext;
import fovea.problem.InvalidInputException;
import fovea.sample.ClassList;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What a checkpoint holds, as a net: its recipe, its graph with the loss, its weights.
public record TrainedNet(
        Experiment experiment, Deployment deployment, Graph graph, Weights weights) {
    /// The best checkpoint of a run, or the last if no epoch was validated yet.
    ///
    /// @throws InvalidInputException if there is none, or it is damaged
    public static TrainedNet of(RunFolder run, Catalog catalog) {
        Path saved =
                Stream.of(run.bestCheckpoint(), run.lastCheckpoint())
                        .filter(Files::exists)
                        .findFirst()
                        .orElseThrow(() -> nothingSaved(run));
        return of(saved, catalog);
    }

    private static InvalidInputException nothingSaved(RunFolder run) {
        return InvalidInputException.of(
                run.root().toString(),
                "the run has saved no checkpoint yet",
                "let it train for an epoch: fovea train --resume " + run.root());
    }

    /// A checkpoint, which knows its experiment and its classes.
    ///
    /// @throws InvalidInputException if it is missing or damaged, or its experiment cannot be used
    public static TrainedNet of(Path checkpoint, Catalog catalog) {
        TrainedWeights trained = Checkpoint.weights(checkpoint);
        Experiment experiment =
                ExperimentReader.read(
                        trained.origin().experiment(), checkpoint.toString(), List.of(), catalog);
        ClassList classes = new ClassList(trained.origin().classes());
        Graph graph =
                experiment.model().graph(new ModelContext(classes, experiment.data().input()));
        TrainedWeights.checkFits(checkpoint, trained.weights(), graph);
        return new TrainedNet(
                experiment, Deployment.of(experiment, classes), graph, trained.weights());
    }

    /// The part that predicts: from `image` to what the decoder reads.
    public Graph predicting() {
        return graph.only(deployment.decoder().outputs().toArray(String[]::new));
    }

    /// The part that predicts and gives the loss.
    Graph judging() {
        return graph.only(
                Stream.concat(deployment.decoder().outputs().stream(), Stream.of(Graph.LOSS))
                        .toArray(String[]::new));
    }
}
