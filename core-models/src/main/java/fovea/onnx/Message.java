package fovea.onnx;

import java.io.IOException;

/// A message of the ONNX format (onnx.proto of the ONNX project) that can be written.
interface Message {
    void write(Writer out) throws IOException;
}
