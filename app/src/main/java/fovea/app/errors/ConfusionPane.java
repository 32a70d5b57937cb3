package fovea.app.errors;

import javafx.scene.layout.Region;

/// The matrix and, where it leaves room or cannot name its columns, the worst mistakes by name.
final class ConfusionPane extends Region {
    private static final double LIST = 288;
    private static final double WIDEST_LIST = 480;
    private static final double ROOM_FOR_BOTH = 900;
    private static final double GAP = 16;

    private final ConfusionView matrix;
    private final WorstPairs worst;

    ConfusionPane(ConfusionView matrix, WorstPairs worst) {
        this.matrix = matrix;
        this.worst = worst;
        getChildren().addAll(matrix, worst);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        int classes = Math.max(1, matrix.classes());
        boolean both =
                width >= ROOM_FOR_BOTH || !ConfusionLayout.of(classes, width, height).headed();
        double room = both ? Math.max(0, width - LIST - GAP) : width;
        double needed = Math.min(room, ConfusionLayout.of(classes, room, height).right());
        double side = both ? needed : width;
        worst.setVisible(both);
        matrix.resizeRelocate(0, 0, Math.ceil(side), height);
        worst.resizeRelocate(
                Math.ceil(side) + GAP,
                0,
                Math.min(WIDEST_LIST, Math.max(0, width - Math.ceil(side) - GAP)),
                height);
    }
}
