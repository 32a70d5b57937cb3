package fovea.app.frame;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.util.Optional;

/// What lies over the window for a moment: the palette, the cheat sheet, the warnings. Escape or a
/// click beside it puts it away, and the keyboard goes back to where it was.
final class Overlay extends StackPane {
    private Optional<Node> focusBefore = Optional.empty();

    Overlay() {
        getStyleClass().add("overlay");
        setVisible(false);
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        close();
                        event.consume();
                    }
                });
        setOnMousePressed(
                event -> {
                    if (event.getTarget() == this) {
                        close();
                    }
                });
    }

    /// Shows a card.
    ///
    /// @param keyboard what gets the keys
    void show(Region card, Pos place, Node keyboard) {
        if (!isVisible()) {
            focusBefore = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
        }
        card.getStyleClass().add("overlay-card");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, place);
        getChildren().setAll(card);
        setVisible(true);
        keyboard.requestFocus();
    }

    void close() {
        setVisible(false);
        getChildren().clear();
        focusBefore.ifPresent(Node::requestFocus);
    }
}
