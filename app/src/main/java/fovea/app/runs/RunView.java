package fovea.app.runs;

import atlantafx.base.theme.Styles;

import fovea.app.chart.ChartControls;
import fovea.app.chart.ChartTools;
import fovea.app.chart.ChartWorker;
import fovea.app.export.ExportView;
import fovea.app.frame.Tools;
import fovea.run.RunState;
import fovea.run.RunSummary;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A run: its header, its curves and its log.
final class RunView extends VBox {
    private final RunsModel model;
    private final RunHeader header;
    private final RunCharts charts;
    private final List<Node> controls;
    private final ZoomCommands zooming;
    private final LogView log;
    private final ExportView export;
    private final ProblemCards problems;
    private final ChartWorker worker;
    private final StackPane body = new StackPane();
    private final ToggleButton logButton;
    private final ToggleButton exportButton;
    private Subscription following = Subscription.EMPTY;

    RunView(Tools tools, RunsModel model, RunCommands commands, ChartTools chartTools) {
        this.model = model;
        worker = chartTools.worker();
        getStyleClass().add("run-view");
        header = new RunHeader(tools, commands);
        charts = new RunCharts(chartTools);
        controls = new ArrayList<>(ChartControls.groups(chartTools));
        zooming = ZoomCommands.of(tools.texts(), chartTools.options(), charts::zoomBy);
        controls.add(zooming.buttons());
        log = new LogView(tools.texts(), model);
        export = new ExportView(tools);
        problems = new ProblemCards(tools.texts(), model.watch());
        ToggleGroup tabs = new ToggleGroup();
        ToggleButton chartButton = tab(tools, "runs.tab.charts", tabs, Styles.LEFT_PILL);
        logButton = tab(tools, "runs.tab.log", tabs, Styles.CENTER_PILL);
        exportButton = tab(tools, "runs.tab.export", tabs, Styles.RIGHT_PILL);
        chartButton.setSelected(true);
        tabs.selectedToggleProperty().subscribe(() -> turn());
        FlowPane row = new FlowPane(16, 4, new HBox(chartButton, logButton, exportButton));
        row.getChildren().addAll(controls);
        row.getStyleClass().add("run-tabs");
        row.setRowValignment(VPos.CENTER);
        // Where height is short, the charts give way.
        for (Region part : List.of(header, problems, row)) {
            part.setMinHeight(Region.USE_PREF_SIZE);
        }
        body.setMinHeight(0);
        body.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header, problems, row, body);
        model.chosen().subscribe(() -> follow());
        tools.texts().language().subscribe(() -> refresh());
        model.state().subscribe(() -> refresh());
        model.runs().addListener((javafx.beans.InvalidationListener) change -> refresh());
        sceneProperty().subscribe(scene -> refresh());
        turn();
    }

    private static ToggleButton tab(Tools tools, String key, ToggleGroup group, String style) {
        ToggleButton button = new ToggleButton();
        button.textProperty().bind(tools.texts().bind(key));
        button.setId(key.replace('.', '-'));
        button.getStyleClass().addAll(Styles.SMALL, style);
        button.setToggleGroup(group);
        button.setOnAction(event -> button.setSelected(true));
        return button;
    }

    ZoomCommands zooming() {
        return zooming;
    }

    private void turn() {
        Node shown = chosen();
        controls.forEach(each -> each.setVisible(shown == charts));
        controls.forEach(each -> each.setManaged(shown == charts));
        body.getChildren().setAll(shown);
        refresh();
    }

    private Node chosen() {
        if (exportButton.isSelected()) {
            return export;
        }
        return logButton.isSelected() ? log : charts;
    }

    private void follow() {
        following.unsubscribe();
        following =
                model.chosen()
                        .get()
                        .map(run -> run.revision().subscribe(() -> refresh()))
                        .orElse(Subscription.EMPTY);
        refresh();
    }

    /// Out of sight, nothing is painted.
    private void refresh() {
        if (getScene() != null) {
            model.chosen().get().ifPresent(this::show);
        }
    }

    private void show(OpenedRun run) {
        Optional<RunSummary> summary = model.summary(run.folder());
        if (ProblemCards.endedSilently(run, summary) && chosen() == charts) {
            // All there is to know is what the process printed.
            logButton.setSelected(true);
            return;
        }
        if (logButton.isSelected()) {
            log.show(run);
        } else if (exportButton.isSelected()) {
            export.show(run.folder().root(), trained(run, summary));
        } else {
            charts.show(run.feed());
        }
        worker.together(() -> model.chosen().get().ifPresent(this::describe));
    }

    private static boolean trained(OpenedRun run, Optional<RunSummary> summary) {
        return run.feed().best().isPresent()
                || summary.map(RunSummary::state).filter(RunState.IMPORTED::equals).isPresent();
    }

    private void describe(OpenedRun run) {
        Optional<RunSummary> summary = model.summary(run.folder());
        header.show(run, summary);
        problems.show(run, summary);
    }
}
