package fovea.app.runs;

import atlantafx.base.theme.Styles;

import fovea.app.chart.ChartControls;
import fovea.app.chart.ChartTools;
import fovea.app.frame.Tools;

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

import java.util.List;

/// A run: its header, its curves and its log.
final class RunView extends VBox {
    private final RunsModel model;
    private final RunHeader header;
    private final RunCharts charts;
    private final List<Node> controls;
    private final LogView log;
    private final ProblemCards problems;
    private final StackPane body = new StackPane();
    private final ToggleButton logButton;
    private Subscription following = Subscription.EMPTY;

    RunView(Tools tools, RunsModel model, RunCommands commands, ChartTools chartTools) {
        this.model = model;
        getStyleClass().add("run-view");
        header = new RunHeader(tools, commands);
        charts = new RunCharts(chartTools);
        controls = ChartControls.groups(chartTools);
        log = new LogView(tools.texts(), model);
        problems = new ProblemCards(tools.texts(), model.watch());
        ToggleGroup tabs = new ToggleGroup();
        ToggleButton chartButton = tab(tools, "runs.tab.charts", tabs, Styles.LEFT_PILL);
        logButton = tab(tools, "runs.tab.log", tabs, Styles.RIGHT_PILL);
        chartButton.setSelected(true);
        tabs.selectedToggleProperty().subscribe(() -> turn());
        FlowPane row = new FlowPane(16, 4, new HBox(chartButton, logButton));
        row.getChildren().addAll(controls);
        row.getStyleClass().add("run-tabs");
        row.setRowValignment(VPos.CENTER);
        // Where height is short, the charts give way.
        for (Region part : List.of(header, problems, row)) {
            part.setMinHeight(Region.USE_PREF_SIZE);
        }
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header, problems, row, body);
        model.chosen().subscribe(() -> follow());
        tools.texts().language().subscribe(() -> refresh());
        model.state().subscribe(() -> refresh());
        model.runs().addListener((javafx.beans.InvalidationListener) change -> refresh());
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

    private void turn() {
        Node shown = logButton.isSelected() ? log : charts;
        controls.forEach(each -> each.setVisible(shown == charts));
        body.getChildren().setAll(shown);
        refresh();
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

    private void refresh() {
        model.chosen().get().ifPresent(this::show);
    }

    private void show(OpenedRun run) {
        header.show(run, model.summary(run.folder()));
        problems.show(run);
        if (ProblemCards.endedSilently(run) && !logButton.isSelected()) {
            // All there is to know is what the process printed.
            logButton.setSelected(true);
            return;
        }
        if (logButton.isSelected()) {
            log.show(run);
        } else {
            charts.show(run.feed());
        }
    }
}
