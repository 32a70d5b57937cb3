package fovea.app.frame;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What lies over the window for a moment: the palette, the cheat sheet, the warnings. Escape or a
/// click beside it puts it away, and the keyboard goes back to where it was.
final class Overlay extends StackPane {
    private Optional<Node> focusBefore = Optional.empty();
    private Optional<Node> keyboard = Optional.empty();

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
        // Tab goes around in the card instead of out into the window behind it.
        sceneProperty()
                .flatMap(Scene::focusOwnerProperty)
                .subscribe(
                        owner -> {
                            if (isVisible() && owner != null && !holds(owner)) {
                                keyboard.ifPresent(Node::requestFocus);
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
    /// @param first what gets the keys
    void show(Region card, Pos place, Node first) {
        if (!isVisible()) {
            focusBefore = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
        }
        card.getStyleClass().add("overlay-card");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, place);
        getChildren().setAll(card);
        setVisible(true);
        keyboard = Optional.of(first);
        first.requestFocus();
    }

    private boolean holds(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).anyMatch(this::equals);
    }

    void close() {
        setVisible(false);
        keyboard = Optional.empty();
        getChildren().clear();
        focusBefore.ifPresent(Node::requestFocus);
    }
}
