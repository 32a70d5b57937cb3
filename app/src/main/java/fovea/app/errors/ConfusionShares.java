package fovea.app.errors;

import fovea.evaluation.ConfusionMatrix;

/// The share of each cell in its row.
final class ConfusionShares {
    private final ConfusionMatrix matrix;
    private final Diagonal diagonal;
    private final double[][] shares;
    private final int[] rows;
    private final double top;

    /// Whether right predictions are shown.
    enum Diagonal {
        SHOWN,
        HIDDEN
    }

    ConfusionShares(ConfusionMatrix matrix, Diagonal diagonal) {
        this.matrix = matrix;
        this.diagonal = diagonal;
        int n = matrix.classes();
        shares = new double[n][n];
        rows = new int[n];
        double most = 0;
        for (int t = 0; t < n; t++) {
            for (int p = 0; p < n; p++) {
                rows[t] += matrix.count(t, p);
            }
            for (int p = 0; p < n; p++) {
                shares[t][p] = rows[t] == 0 ? 0 : (double) matrix.count(t, p) / rows[t];
                most = Math.max(most, hidden(t, p) ? 0 : shares[t][p]);
            }
        }
        top = most;
    }

    int classes() {
        return rows.length;
    }

    int count(Cell cell) {
        return matrix.count(cell.truth(), cell.predicted());
    }

    /// Of the images of the cell's true class, 0 to 1.
    double share(Cell cell) {
        return shares[cell.truth()][cell.predicted()];
    }

    boolean hidden(int truth, int predicted) {
        return diagonal == Diagonal.HIDDEN && truth == predicted;
    }

    /// How strongly to colour a cell, 0 to 1; without the diagonal the largest mistake has 1.
    double strength(int truth, int predicted) {
        if (hidden(truth, predicted) || top == 0) {
            return 0;
        }
        double scale = diagonal == Diagonal.HIDDEN ? top : 1;
        return shares[truth][predicted] / scale;
    }
}
