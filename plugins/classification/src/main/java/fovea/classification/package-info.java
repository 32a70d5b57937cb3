/// Image classification: the model, its metrics with the keys and rules of MMPretrain, and their
/// computation from files.
@NullMarked
package fovea.classification;

import org.jspecify.annotations.NullMarked;
