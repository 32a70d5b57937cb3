package fovea.app.errors;

/// A place in a confusion matrix: images of one class taken for another, or for the right one.
record Cell(int truth, int predicted) {}
