package fovea.app.export;

import fovea.app.frame.Backend;
import fovea.onnx.OnnxPrecision;

import java.nio.file.Path;

/// A wish for an exported net.
///
/// @param run its folder
/// @param backend runs the net before the export, to compare
/// @param file to be written; its name tells the format
public record ExportRequest(Path run, OnnxPrecision precision, Backend backend, Path file) {}
