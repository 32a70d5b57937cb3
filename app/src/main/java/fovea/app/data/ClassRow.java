package fovea.app.data;

import fovea.app.data.ClassPanel.ClassCount;
import fovea.app.text.Texts;
import fovea.app.theme.ClassColors;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.function.IntConsumer;

/// A class: its colour (with ✓ where it is filtered for), its name, its count as number and bar.
final class ClassRow extends ListCell<ClassCount> {
    private static final PseudoClass WANTED = PseudoClass.getPseudoClass("wanted");

    private final Texts texts;
    private final DataModel model;
    private final Label mark = new Label();
    private final Label name = new Label();
    private final Label count = new Label();
    private final Region bar = new Region();
    private final StackPane track = new StackPane(bar);
    private final Tooltip tooltip = new Tooltip();
    private final VBox box;
    private final DoubleProperty share = new SimpleDoubleProperty();

    ClassRow(Texts texts, DataModel model, IntConsumer toggle) {
        this.texts = texts;
        this.model = model;
        getStyleClass().add("class-row");
        mark.getStyleClass().add("class-mark");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMinWidth(0);
        count.getStyleClass().add("numbers");
        count.setMinWidth(Region.USE_PREF_SIZE);
        bar.getStyleClass().add("class-bar");
        track.getStyleClass().add("class-track");
        StackPane.setAlignment(bar, Pos.CENTER_LEFT);
        bar.maxWidthProperty().bind(track.widthProperty().multiply(share));
        HBox line = new HBox(8, mark, name, count);
        line.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(4, line, track);
        box.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setOnMouseClicked(event -> toggle.accept(getIndex()));
    }

    @Override
    protected void updateItem(ClassCount item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            pseudoClassStateChanged(WANTED, false);
            return;
        }
        boolean wanted = model.classes().get().contains(item.index());
        pseudoClassStateChanged(WANTED, wanted);
        share.set(item.share());
        String color = "-fx-background-color: " + ClassColors.css(item.index()) + ";";
        bar.setStyle(color);
        // The ✓ stays readable on yellow as on blue.
        mark.setStyle(
                color
                        + "-fx-text-fill: ladder("
                        + ClassColors.css(item.index())
                        + ", white 50%, black 51%);");
        mark.setText(wanted ? "✓" : "");
        name.setText(item.name());
        count.setText(texts.format("data.number", item.count()));
        tooltip.setText(item.name());
        setTooltip(tooltip);
        setAccessibleText(item.name() + " " + item.count());
        setGraphic(box);
    }
}
