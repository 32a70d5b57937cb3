package fovea.run;

import fovea.dataset.DataLoader;
import fovea.dataset.Dataset;
import fovea.deployment.Deployment;
import fovea.deployment.Predictor;
import fovea.deployment.SessionPredictor;
import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.InferenceSession;
import fovea.experiment.Catalog;
import fovea.experiment.Experiment;
import fovea.graph.Graph;
import fovea.problem.InvalidInputException;
import fovea.sample.ClassList;
import fovea.sample.Sample;
import fovea.training.Cancellation;
import fovea.training.Judge;
import fovea.training.Progress;
import fovea.training.Verdict;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Predicts with what a run has learnt, and judges it with the loss it was trained by.
public final class RunPredictor implements Predictor {
    private final TrainedNet net;
    private final Function<Graph, InferenceSession> sessions;
    private final SessionPredictor predictor;

    private RunPredictor(TrainedNet net, Function<Graph, InferenceSession> sessions) {
        this.net = net;
        this.sessions = sessions;
        predictor =
                SessionPredictor.of(
                        net.deployment(),
                        net.experiment().data().loader(),
                        sessions.apply(net.predicting()));
    }

    /// Opens the best checkpoint of a run, or the last if no epoch was validated yet.
    ///
    /// @throws InvalidInputException if there is none, or it is damaged
    public static RunPredictor open(RunFolder run, Catalog catalog, Engine engine, Device device) {
        return open(TrainedNet.of(run, catalog), engine, device);
    }

    /// Opens a net that was trained.
    public static RunPredictor open(TrainedNet net, Engine engine, Device device) {
        return new RunPredictor(net, part -> engine.infer(part, net.weights(), device));
    }

    /// The recipe of the run.
    public Experiment experiment() {
        return net.experiment();
    }

    @Override
    public Deployment deployment() {
        return predictor.deployment();
    }

    @Override
    public Optional<Verdict> evaluate(
            Dataset dataset, Consumer<Sample> seen, Progress progress, Cancellation cancellation) {
        ClassList classes = deployment().classList();
        SessionPredictor.requireClasses(dataset, classes);
        try (InferenceSession judged = sessions.apply(net.judging());
                DataLoader loader =
                        ExperimentData.loader(
                                experiment().data(),
                                dataset,
                                experiment().model().targets(classes))) {
            return new Judge(deployment().decoder(), classes, judged::run)
                    .judge(loader, seen, progress, cancellation);
        }
    }

    @Override
    public List<Sample> predict(List<Sample> samples) {
        return predictor.predict(samples);
    }

    @Override
    public void close() {
        predictor.close();
    }
}
