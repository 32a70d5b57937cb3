package fovea.app.errors;

import atlantafx.base.theme.Styles;

import fovea.app.frame.Tools;
import fovea.app.frame.Widgets;
import fovea.app.picture.Thumbnails;
import fovea.sample.ClassList;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Metrics, the confusion matrix, and the pictures of the chosen cell below it.
final class ErrorsContent extends VBox {
    private final Tools tools;
    private final ErrorsModel model;
    private final MetricCards cards;
    private final ConfusionView confusion;
    private final WorstPairs worst;
    private final JudgedGrid grid;
    private final Label reading = Widgets.path("", "muted");
    private final Label count = new Label();
    private final Button chip = new Button();

    ErrorsContent(Tools tools, ErrorsModel model, Thumbnails thumbnails) {
        this.tools = tools;
        this.model = model;
        getStyleClass().add("errors-content");
        cards = new MetricCards(tools.texts());
        confusion = new ConfusionView(tools, model.cell());
        worst = new WorstPairs(tools.texts(), model.cell());
        grid = new JudgedGrid(thumbnails, model.chosen());
        SplitPane split = new SplitPane(matrix(), pictures());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(tools.settings().number("errors/divider", 0.58));
        split.getDividers()
                .getFirst()
                .positionProperty()
                .subscribe(place -> tools.settings().put("errors/divider", place.doubleValue()));
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(cards, split);
        confusion.pointed().subscribe(() -> read());
        model.cell().subscribe(() -> filter());
        tools.texts().language().subscribe(() -> filter());
        tools.texts().language().subscribe(() -> read());
    }

    private VBox matrix() {
        ToggleButton hide = new ToggleButton();
        hide.setId("hide-diagonal");
        hide.textProperty().bind(tools.texts().bind("errors.hide"));
        hide.setTooltip(Widgets.tooltip(tools.texts().bind("errors.hide.help")));
        hide.getStyleClass().add(Styles.SMALL);
        hide.selectedProperty()
                .subscribe(
                        on ->
                                confusion
                                        .diagonal()
                                        .set(
                                                on
                                                        ? ConfusionShares.Diagonal.HIDDEN
                                                        : ConfusionShares.Diagonal.SHOWN));
        reading.setId("confusion-reading");
        reading.setMinWidth(0);
        Label title = Widgets.label(tools.texts(), "errors.confusion", "section-title");
        title.setMinWidth(Label.USE_PREF_SIZE);
        HBox head = new HBox(12, title, reading, Widgets.spacer(), hide);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("errors-head");
        hide.setMinWidth(Button.USE_PREF_SIZE);
        ConfusionPane both = new ConfusionPane(confusion, worst);
        VBox.setVgrow(both, Priority.ALWAYS);
        VBox.setMargin(both, new Insets(0, 16, 8, 16));
        VBox box = new VBox(head, both);
        box.setMinHeight(160);
        return box;
    }

    private VBox pictures() {
        chip.setId("cell-chip");
        chip.getStyleClass().addAll("chip", "cell-chip");
        chip.setGraphic(new FontIcon(Feather.X));
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.setOnAction(event -> model.cell().set(Optional.empty()));
        count.setId("judged-count");
        count.getStyleClass().add("muted");
        count.setMinWidth(Label.USE_PREF_SIZE);
        chip.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        chip.setMinWidth(0);
        chip.setTooltip(new Tooltip());
        chip.getTooltip().textProperty().bind(chip.textProperty());
        Label title = Widgets.label(tools.texts(), "errors.pictures", "section-title");
        title.setMinWidth(Label.USE_PREF_SIZE);
        HBox head = new HBox(12, title, chip, count);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("errors-head");
        VBox.setVgrow(grid, Priority.ALWAYS);
        VBox box = new VBox(head, grid);
        box.setMinHeight(120);
        return box;
    }

    void show(EpochErrors errors) {
        cards.show(errors);
        confusion.show(errors.confusion(), errors.classes().names());
        worst.show(errors.confusion(), errors.classes().names());
        confusion.getParent().requestLayout();
        filter();
        read();
    }

    private void filter() {
        model.errors()
                .ifPresent(
                        errors -> {
                            Optional<Cell> cell = model.cell().get();
                            List<Judged> shown = errors.shown(cell);
                            grid.show(shown, errors.classes());
                            chip.setVisible(cell.isPresent());
                            chip.setManaged(cell.isPresent());
                            cell.ifPresent(c -> chip.setText(words(c, errors.classes())));
                            count.setText(
                                    tools.texts()
                                            .format(
                                                    cell.isPresent()
                                                            ? "errors.count.cell"
                                                            : "errors.count.worst",
                                                    shown.size()));
                        });
    }

    private String words(Cell cell, ClassList classes) {
        return tools.texts()
                .format("errors.cell", classes.name(cell.truth()), classes.name(cell.predicted()));
    }

    private void read() {
        Optional<Cell> cell = confusion.pointed().get();
        String text =
                model.errors()
                        .flatMap(
                                errors ->
                                        cell.map(
                                                c ->
                                                        tools.texts()
                                                                .format(
                                                                        "errors.cell.reading",
                                                                        confusion.count(c),
                                                                        percent(confusion.share(c)),
                                                                        words(
                                                                                c,
                                                                                errors.classes()))))
                        .orElse(tools.texts().text("errors.confusion.help"));
        reading.setText(text);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
