/// ONNX files: a graph written as one, and any of them checked before something opens it.
@NullMarked
package fovea.onnx;

import org.jspecify.annotations.NullMarked;
