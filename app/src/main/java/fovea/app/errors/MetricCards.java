package fovea.app.errors;

import fovea.app.frame.Widgets;
import fovea.app.text.Texts;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The metrics of a validation at a glance.
final class MetricCards extends HBox {
    private final Map<String, Label> values = new LinkedHashMap<>();

    MetricCards(Texts texts) {
        super(8);
        getStyleClass().add("metric-cards");
        add(texts, "accuracy/top1", "errors.metric.top1");
        add(texts, "accuracy/top5", "errors.metric.top5");
        add(texts, "single-label/precision", "errors.metric.precision");
        add(texts, "single-label/recall", "errors.metric.recall");
        add(texts, "single-label/f1-score", "errors.metric.f1");
        add(texts, "loss", "errors.metric.loss");
    }

    private void add(Texts texts, String key, String nameKey) {
        Label name = Widgets.label(texts, nameKey, "caption", "muted");
        name.setTooltip(Widgets.tooltip(texts.bind(nameKey + ".help")));
        Label value = new Label();
        value.setId("metric-" + key.replace('/', '-'));
        value.getStyleClass().add("metric-value");
        values.put(key, value);
        VBox card = new VBox(name, value);
        card.getStyleClass().add("metric-card");
        card.setPrefWidth(100);
        HBox.setHgrow(card, Priority.ALWAYS);
        getChildren().add(card);
    }

    void show(EpochErrors errors) {
        values.forEach((key, label) -> label.setText(text(key, errors.metric(key))));
    }

    private static String text(String key, double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return key.equals("loss")
                ? String.format(Locale.ROOT, "%.4f", value)
                : String.format(Locale.ROOT, "%.2f %%", value);
    }
}
