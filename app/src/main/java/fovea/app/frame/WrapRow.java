package fovea.app.frame;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

import java.util.List;

/// A row whose first child has the width that the others leave it. Where that is less than its
/// least width, it has a line of its own and the others follow below.
public final class WrapRow extends Pane {
    private static final double GAP = 8;
    private static final double ROUNDING = 0.5;

    public WrapRow(Node first, Node... others) {
        getChildren().add(first);
        getChildren().addAll(others);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return edges() + rest() + shown().getFirst().prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return arrange(width, (node, x, y, wide, high) -> {});
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        arrange(
                getWidth(),
                (node, x, y, wide, high) -> {
                    double tall = Math.min(high, node.prefHeight(wide));
                    node.resizeRelocate(
                            snapPositionX(x), snapPositionY(y + (high - tall) / 2), wide, tall);
                });
    }

    private interface Placing {
        void place(Node node, double x, double y, double width, double height);
    }

    /// The height of all lines.
    private double arrange(double width, Placing placing) {
        List<Node> nodes = shown();
        double high = nodes.stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(0);
        double left = getInsets().getLeft();
        double room = width - edges();
        double leftOver = room - rest();
        double first = leftOver < nodes.getFirst().minWidth(-1) ? room : leftOver;
        double x = left;
        double y = getInsets().getTop();
        for (int i = 0; i < nodes.size(); i++) {
            double wide = i == 0 ? first : Math.min(room, nodes.get(i).prefWidth(-1));
            if (i > 0 && x + wide > left + room + ROUNDING) {
                x = left;
                y += high + GAP;
            }
            placing.place(nodes.get(i), x, y, wide, high);
            x += wide + GAP;
        }
        return y + high + getInsets().getBottom();
    }

    /// What the others need.
    private double rest() {
        return shown().stream().skip(1).mapToDouble(node -> node.prefWidth(-1) + GAP).sum();
    }

    private double edges() {
        return getInsets().getLeft() + getInsets().getRight();
    }

    private List<Node> shown() {
        return getChildren().stream().filter(Node::isManaged).toList();
    }
}
