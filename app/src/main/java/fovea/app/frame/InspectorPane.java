package fovea.app.frame;

import fovea.app.settings.Settings;
import fovea.app.text.Texts;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The pane at the right that tells of what is selected. Its width and whether it is folded are
/// remembered.
final class InspectorPane extends BorderPane {
    private static final String WIDTH = "window/inspector-width";
    private static final String FOLDED = "window/inspector-folded";
    private static final int NARROWEST = 200;
    private static final int WIDEST = 480;

    private final Settings settings;
    private final ReadOnlyBooleanWrapper folded = new ReadOnlyBooleanWrapper(this, "folded");
    private final VBox box = new VBox();
    private final Label title;

    InspectorPane(Texts texts, Settings settings) {
        this.settings = settings;
        title = Widgets.label(texts, "frame.inspector.title", "section-title");
        folded.set(settings.value(FOLDED).map(Boolean::parseBoolean).orElse(false));
        getStyleClass().add("inspector");
        setMinWidth(NARROWEST);
        setPrefWidth(Math.clamp(settings.number(WIDTH, 264), NARROWEST, WIDEST));
        box.getStyleClass().add("inspector-box");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        setLeft(handle());
    }

    void show(Node content) {
        box.getChildren().setAll(title, content);
    }

    ReadOnlyBooleanProperty folded() {
        return folded.getReadOnlyProperty();
    }

    void toggle() {
        folded.set(!folded.get());
        settings.put(FOLDED, folded.get());
    }

    private Region handle() {
        Region handle = new Region();
        handle.getStyleClass().add("inspector-handle");
        handle.setCursor(Cursor.H_RESIZE);
        handle.setOnMouseDragged(
                event -> {
                    double right = localToScene(getWidth(), 0).getX();
                    setPrefWidth(Math.clamp(right - event.getSceneX(), NARROWEST, WIDEST));
                    settings.put(WIDTH, Math.round(getPrefWidth()));
                });
        return handle;
    }
}
