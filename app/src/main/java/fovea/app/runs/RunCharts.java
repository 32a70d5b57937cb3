package fovea.app.runs;

import fovea.app.chart.ChartLine;
import fovea.app.chart.ChartTools;
import fovea.app.chart.LineLook;
import fovea.app.chart.LiveChart;
import fovea.app.chart.Trace;
import fovea.app.chart.VerticalScale;
import fovea.app.text.Texts;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The curves of a run: losses, the metrics that go with the one that decides, the learning rate.
final class RunCharts extends VBox {
    private static final int TRAINING = 0;
    private static final int VALIDATION = 1;
    private static final int RATE = 2;
    private static final double LEAST_FOR_THREE = 380;
    private static final int[] METRICS = {1, 3, 2, 0};

    private final Texts texts;
    private final LiveChart loss;
    private final LiveChart metric;
    private final LiveChart rate;
    private List<Trace> shown = List.of();

    RunCharts(ChartTools tools) {
        texts = tools.texts();
        getStyleClass().add("run-charts");
        ObservableValue<VerticalScale> linear = new SimpleObjectProperty<>(VerticalScale.LINEAR);
        loss = new LiveChart(tools, texts.bind("runs.chart.loss"), tools.options().scale());
        metric = new LiveChart(tools, texts.bind("runs.chart.metric"), linear);
        rate = new LiveChart(tools, texts.bind("runs.chart.rate"), linear);
        add(loss, "chart-loss", 240);
        add(metric, "chart-metric", 200);
        add(rate, "chart-rate", 130);
        // Where three would be too low to read, the one that says least gives way.
        heightProperty()
                .subscribe(
                        height -> {
                            rate.setVisible(height.doubleValue() >= LEAST_FOR_THREE);
                            rate.setManaged(rate.isVisible());
                        });
    }

    private void add(LiveChart chart, String id, double height) {
        chart.setId(id);
        chart.setMinHeight(height * 0.6);
        chart.setPrefHeight(height);
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().add(chart);
    }

    void show(RunFeed feed) {
        List<Map.Entry<String, Trace>> metrics =
                feed.metrics().entrySet().stream()
                        .filter(entry -> belongs(entry.getKey(), feed.primaryMetric()))
                        .sorted(Map.Entry.comparingByKey())
                        .toList();
        List<Trace> now = new ArrayList<>(List.of(feed.trainLoss(), feed.validationLoss()));
        metrics.forEach(entry -> now.add(entry.getValue()));
        if (!now.equals(shown)) {
            shown = now;
            lines(feed, metrics);
        }
        loss.refresh();
        metric.refresh();
        rate.refresh();
    }

    void zoomBy(double factor) {
        loss.zoomBy(factor);
    }

    /// Of one family, as `accuracy/top1` and `accuracy/top5`.
    private static boolean belongs(String key, String primary) {
        int slash = primary.indexOf('/');
        return key.equals(primary)
                || (slash > 0 && key.startsWith(primary.substring(0, slash + 1) + "top"));
    }

    private void lines(RunFeed feed, List<Map.Entry<String, Trace>> metrics) {
        List<Trace> all = List.of(feed.trainLoss(), feed.validationLoss());
        loss.lines(
                List.of(
                        new ChartLine(
                                feed.trainLoss(),
                                texts.bind("runs.line.train"),
                                LineLook.SMOOTHED,
                                TRAINING),
                        new ChartLine(
                                feed.validationLoss(),
                                texts.bind("runs.line.validation"),
                                LineLook.DOTTED,
                                VALIDATION)),
                all);
        List<ChartLine> curves = new ArrayList<>();
        RunWords words = new RunWords(texts);
        for (Map.Entry<String, Trace> entry : metrics) {
            curves.add(
                    new ChartLine(
                            entry.getValue(),
                            texts.language().map(l -> words.metric(entry.getKey())),
                            LineLook.DOTTED,
                            METRICS[curves.size() % METRICS.length]));
        }
        metric.lines(curves, all);
        rate.lines(
                List.of(
                        new ChartLine(
                                feed.learningRate(),
                                texts.bind("runs.line.rate"),
                                LineLook.PLAIN,
                                RATE)),
                all);
    }
}
