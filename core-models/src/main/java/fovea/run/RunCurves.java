package fovea.run;

import fovea.training.TrainEvent;
import fovea.visualization.Chart;
import fovea.visualization.Curve;

import java.util.ArrayList;
import java.util.List;

/// The curves of a run, from its events.
final class RunCurves {
    private static final double SMOOTHING = 0.9;

    private RunCurves() {}

    /// Loss, the primary metric and the learning rate, over epochs.
    static List<Chart> charts(List<TrainEvent> events, String primaryMetric) {
        List<Curve.Point> train = new ArrayList<>();
        List<Curve.Point> validation = new ArrayList<>();
        List<Curve.Point> metric = new ArrayList<>();
        List<Curve.Point> rate = new ArrayList<>();
        double stepsPerEpoch = 1;
        for (TrainEvent event : events) {
            switch (event) {
                case TrainEvent.Started started -> stepsPerEpoch = started.stepsPerEpoch();
                case TrainEvent.Stepped stepped -> {
                    double x = stepped.step() / stepsPerEpoch;
                    train.add(new Curve.Point(x, stepped.loss()));
                    rate.add(new Curve.Point(x, stepped.lr()));
                }
                case TrainEvent.Validated validated -> {
                    validation.add(point(validated, "loss"));
                    metric.add(point(validated, primaryMetric));
                }
                case TrainEvent.Saved _,
                        TrainEvent.Warned _,
                        TrainEvent.Finished _,
                        TrainEvent.Failed _ -> {}
            }
        }
        Curve learnt = new Curve("train", train);
        return List.of(
                new Chart(
                        "Loss",
                        "epoch",
                        SMOOTHING,
                        List.of(learnt, new Curve("validation", validation))),
                new Chart(primaryMetric, "epoch", 0, List.of(new Curve("validation", metric))),
                new Chart("Learning rate", "epoch", 0, List.of(new Curve("lr", rate))));
    }

    private static Curve.Point point(TrainEvent.Validated validated, String key) {
        return new Curve.Point(
                validated.epoch(), validated.metrics().getOrDefault(key, Double.NaN));
    }
}
