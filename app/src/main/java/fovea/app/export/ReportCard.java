package fovea.app.export;

import fovea.app.frame.Command;
import fovea.app.frame.Widgets;
import fovea.app.text.Texts;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Locale;

/// A written file, and the net before and after in a table.
final class ReportCard extends VBox {
    private final Texts texts;
    private final GridPane grid = new GridPane(32, 6);

    ReportCard(Texts texts, ExportReport report) {
        super(12);
        this.texts = texts;
        setId("export-report");
        getStyleClass().addAll("run-problem", "success-card");
        row("", words("export.before"), words("export.after"));
        row(
                texts.find("runs.metric." + report.metric()).orElse(report.metric()),
                number("%.2f %%", report.valueBefore()),
                number("%.2f %%", report.valueAfter()));
        row(
                texts.text("export.latency"),
                number("%.2f ms", report.millisBefore()),
                number("%.2f ms", report.millisAfter()));
        row(
                texts.text("export.difference"),
                new Label(),
                number("%.1e", report.largestDifference()));
        for (int column = 0; column < 3; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
            grid.getColumnConstraints().add(constraints);
        }
        Label checked =
                Widgets.label(
                        texts.language().map(l -> texts.format("export.checked", report.samples())),
                        "caption",
                        "muted");
        checked.setWrapText(true);
        getChildren().addAll(head(report), grid, checked);
    }

    private HBox head(ExportReport report) {
        Label file = Widgets.path(report.file(), "mono");
        file.setId("export-file");
        file.setMinWidth(0);
        Command copy = Command.of("frame.settings.copy", texts, () -> Widgets.copy(report.file()));
        Label size = new Label(size(report.bytes()));
        size.setMinWidth(Label.USE_PREF_SIZE);
        size.getStyleClass().addAll("run-fact", "muted");
        FontIcon done = new FontIcon(Feather.CHECK_CIRCLE);
        done.getStyleClass().add("done");
        HBox head =
                new HBox(
                        8,
                        done,
                        file,
                        Widgets.iconButton(copy, Feather.COPY),
                        Widgets.spacer(),
                        size);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(file, Priority.SOMETIMES);
        return head;
    }

    private void row(String name, Node before, Node after) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        grid.addRow(grid.getRowCount(), label, before, after);
    }

    private Label words(String key) {
        return Widgets.label(texts, key, "muted");
    }

    private static Label number(String format, double value) {
        Label label = new Label(String.format(Locale.ROOT, format, value));
        label.getStyleClass().add("run-fact");
        return label;
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.0f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
