/// Graphs as ONNX models, and files that are none.
@NullMarked
package fovea.onnx;

import org.jspecify.annotations.NullMarked;
