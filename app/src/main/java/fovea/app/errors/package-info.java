/// See what a model gets wrong: metrics, the confusion matrix, and the pictures behind its cells.
@NullMarked
package fovea.app.errors;

import org.jspecify.annotations.NullMarked;
