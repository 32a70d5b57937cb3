package fovea.app.export;

import atlantafx.base.theme.Styles;

import fovea.app.frame.Command;
import fovea.app.frame.ProblemView;
import fovea.app.frame.Tools;
import fovea.app.frame.Widgets;
import fovea.onnx.OnnxPrecision;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.util.Locale;

/// A run's net as a file: what is written, and how it compares with the net it was made from.
public final class ExportView extends ScrollPane {
    private final Tools tools;
    private final ExportModel model;
    private final SaveDialog dialog;
    private final ObjectProperty<ExportFormat> format =
            new SimpleObjectProperty<>(ExportFormat.BUNDLE);
    private final ObjectProperty<OnnxPrecision> precision =
            new SimpleObjectProperty<>(OnnxPrecision.FP32);
    private final SimpleBooleanProperty ready = new SimpleBooleanProperty();
    private final SimpleBooleanProperty busy = new SimpleBooleanProperty();
    private final VBox outcome = new VBox(8);
    private Path run = Path.of("");
    private Subscription following = Subscription.EMPTY;

    /// With a process of its own and the system's dialog.
    public ExportView(Tools tools) {
        this(tools, new JavaExporter(), SaveDialog.ofSystem(tools));
    }

    ExportView(Tools tools, Exporter exporter, SaveDialog dialog) {
        this.tools = tools;
        this.dialog = dialog;
        model = new ExportModel(tools, exporter);
        getStyleClass().add("export-view");
        Label purpose = Widgets.label(tools.texts(), "export.purpose", "muted");
        purpose.setWrapText(true);
        VBox content =
                new VBox(
                        16,
                        purpose,
                        choice("export.format", ExportFormat.values(), format),
                        choice("export.precision", OnnxPrecision.values(), precision),
                        foot(),
                        outcome);
        content.getStyleClass().add("export-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    /// @param folder of the run
    /// @param trained whether it has a net to export
    public void show(Path folder, boolean trained) {
        ready.set(trained);
        if (!folder.equals(run)) {
            run = folder;
            following.unsubscribe();
            following = model.state(folder).subscribe(state -> tell(state));
        }
    }

    private static String id(String key, Enum<?> choice) {
        return key + "." + choice.name().toLowerCase(Locale.ROOT);
    }

    private <E extends Enum<E>> VBox choice(String key, E[] all, ObjectProperty<E> chosen) {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        for (E each : all) {
            String id = id(key, each);
            ToggleButton button = new ToggleButton();
            button.setId(id.replace('.', '-'));
            button.textProperty().bind(tools.texts().bind(id));
            button.getStyleClass().addAll(Styles.SMALL, place(each, all));
            button.setToggleGroup(group);
            button.setSelected(each == chosen.get());
            button.setOnAction(
                    event -> {
                        button.setSelected(true);
                        chosen.set(each);
                    });
            row.getChildren().add(button);
        }
        Label help = new Label();
        help.textProperty()
                .bind(
                        tools.texts()
                                .language()
                                .flatMap(language -> chosen)
                                .map(now -> tools.texts().text(id(key + ".help", now))));
        help.getStyleClass().addAll("caption", "muted");
        help.setWrapText(true);
        return new VBox(4, Widgets.label(tools.texts(), key, "section-title"), row, help);
    }

    private static <E extends Enum<E>> String place(E each, E[] all) {
        if (each == all[0]) {
            return Styles.LEFT_PILL;
        }
        return each == all[all.length - 1] ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
    }

    private HBox foot() {
        Button button =
                Widgets.button(
                        Command.of("export.start", tools.texts(), this::export)
                                .enabledWhen(ready.and(busy.not())),
                        Styles.ACCENT);
        button.setMinWidth(Button.USE_PREF_SIZE);
        Label hint = new Label();
        hint.textProperty()
                .bind(
                        tools.texts()
                                .language()
                                .flatMap(language -> ready)
                                .map(
                                        is ->
                                                tools.texts()
                                                        .text(
                                                                is
                                                                        ? "export.hint"
                                                                        : "export.nothing")));
        hint.getStyleClass().addAll("caption", "muted");
        hint.setWrapText(true);
        HBox foot = new HBox(12, button, hint);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void export() {
        Path folder = run;
        String name = folder.getFileName() + format.get().suffix();
        dialog.ask(getScene().getWindow(), name, format.get())
                .map(file -> request(folder, file))
                .ifPresent(model::export);
    }

    private ExportRequest request(Path folder, Path file) {
        return new ExportRequest(
                folder,
                precision.get(),
                tools.workplace().backends().chosen().get(),
                file.toString().toLowerCase(Locale.ROOT).endsWith(format.get().suffix())
                        ? file
                        : file.resolveSibling(file.getFileName() + format.get().suffix()));
    }

    private void tell(ExportModel.State state) {
        busy.set(state instanceof ExportModel.State.Running);
        outcome.getChildren().clear();
        switch (state) {
            case ExportModel.State.None _ -> {}
            case ExportModel.State.Running running -> {
                ProgressBar bar = new ProgressBar();
                bar.getStyleClass().add(Styles.SMALL);
                bar.setMaxWidth(Double.MAX_VALUE);
                Label name = new Label(running.job().name());
                outcome.getChildren().addAll(name, bar);
            }
            case ExportModel.State.Written written ->
                    outcome.getChildren().add(new ReportCard(tools.texts(), written.report()));
            case ExportModel.State.Refused refused ->
                    refused.failure()
                            .problems()
                            .forEach(
                                    problem -> {
                                        HBox card =
                                                new HBox(
                                                        8,
                                                        new FontIcon(Feather.X_CIRCLE),
                                                        new ProblemView(tools.texts(), problem));
                                        card.getStyleClass().addAll("run-problem", "failure-card");
                                        outcome.getChildren().add(card);
                                    });
        }
    }
}
