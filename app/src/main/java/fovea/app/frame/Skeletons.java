package fovea.app.frame;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Grey shapes where content will be, shown while it loads.
public final class Skeletons {
    private Skeletons() {}

    /// A grid of squares.
    public static Node grid(int count, double side) {
        FlowPane pane = new FlowPane(8, 8);
        pane.getStyleClass().add("skeleton");
        for (int i = 0; i < count; i++) {
            pane.getChildren().add(block(side, side));
        }
        return pane;
    }

    /// Lines of text of changing length, at most `width` wide.
    public static Node lines(int count, double width) {
        VBox box = new VBox(12);
        box.getStyleClass().add("skeleton");
        for (int i = 0; i < count; i++) {
            box.getChildren().add(block(width * (1 - 0.15 * (i % 4)), 12));
        }
        return box;
    }

    private static Region block(double width, double height) {
        Region block = new Region();
        block.getStyleClass().add("skeleton-block");
        block.setMinSize(width, height);
        block.setMaxSize(width, height);
        return block;
    }
}
