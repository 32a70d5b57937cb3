/// One image with its truth and its predictions, and the words of the task: classes, annotations,
/// problems, seeds.
@NullMarked
package fovea.sample;

import org.jspecify.annotations.NullMarked;
