package fovea.app.chart;

import atlantafx.base.theme.Styles;

import fovea.app.frame.Widgets;
import fovea.app.text.Texts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

import java.util.List;
import java.util.Locale;

/// What stands above the charts of a run: smoothing, horizontal axis, logarithmic scale.
public final class ChartControls {
    private ChartControls() {}

    /// Groups that stay together where a row has to be broken.
    public static List<Node> groups(ChartTools tools) {
        Texts texts = tools.texts();
        ChartOptions options = tools.options();
        HBox smoothing =
                new HBox(
                        8,
                        Widgets.label(texts, "chart.smoothing", "muted"),
                        smoothing(options),
                        smoothingValue(options));
        smoothing.setAlignment(Pos.CENTER_LEFT);
        smoothing.getStyleClass().add("chart-controls");
        return List.of(smoothing, axes(texts, options), logarithmic(texts, options));
    }

    private static Slider smoothing(ChartOptions options) {
        Slider slider = new Slider(0, 1, options.smoothing().get());
        slider.setId("chart-smoothing");
        slider.setBlockIncrement(0.05);
        slider.setPrefWidth(112);
        slider.getStyleClass().add(Styles.SMALL);
        slider.valueProperty().bindBidirectional(options.smoothing());
        return slider;
    }

    private static Label smoothingValue(ChartOptions options) {
        Label label =
                Widgets.label(
                        options.smoothing()
                                .map(
                                        value ->
                                                String.format(
                                                        Locale.ROOT, "%.2f", value.doubleValue())),
                        "numbers");
        label.setMinWidth(32);
        return label;
    }

    private static HBox axes(Texts texts, ChartOptions options) {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        List<HorizontalAxis> axes =
                List.of(HorizontalAxis.EPOCH, HorizontalAxis.STEP, HorizontalAxis.TIME);
        for (HorizontalAxis axis : axes) {
            ToggleButton button = new ToggleButton();
            button.textProperty().bind(texts.bind(key(axis)));
            button.setId("chart-axis-" + axis.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.getStyleClass()
                    .addAll(
                            Styles.SMALL,
                            axis == axes.getFirst()
                                    ? Styles.LEFT_PILL
                                    : axis == axes.getLast()
                                            ? Styles.RIGHT_PILL
                                            : Styles.CENTER_PILL);
            button.setSelected(options.axis().get() == axis);
            button.setOnAction(
                    event -> {
                        button.setSelected(true);
                        options.axis().set(axis);
                    });
            box.getChildren().add(button);
        }
        return box;
    }

    static String key(HorizontalAxis axis) {
        return switch (axis) {
            case STEP -> "chart.axis.step";
            case EPOCH -> "chart.axis.epoch";
            case TIME -> "chart.axis.time";
        };
    }

    private static ToggleButton logarithmic(Texts texts, ChartOptions options) {
        ToggleButton button = new ToggleButton();
        button.textProperty().bind(texts.bind("chart.log"));
        button.setTooltip(Widgets.tooltip(texts.bind("chart.log.help")));
        button.setId("chart-log");
        button.getStyleClass().add(Styles.SMALL);
        button.setSelected(options.scale().get() == VerticalScale.LOGARITHMIC);
        button.selectedProperty()
                .subscribe(
                        on ->
                                options.scale()
                                        .set(
                                                on
                                                        ? VerticalScale.LOGARITHMIC
                                                        : VerticalScale.LINEAR));
        return button;
    }
}
