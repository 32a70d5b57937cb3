/// ONNX Runtime against the other engines.
@NullMarked
package fovea.engine.onnx;

import org.jspecify.annotations.NullMarked;
