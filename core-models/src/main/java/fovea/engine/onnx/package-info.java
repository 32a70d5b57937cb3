/// Prediction on ONNX Runtime, of graphs and of any ONNX model.
@NullMarked
package fovea.engine.onnx;

import org.jspecify.annotations.NullMarked;
