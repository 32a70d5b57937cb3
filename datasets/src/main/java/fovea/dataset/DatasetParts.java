package fovea.dataset;

import java.util.Map;

/// The parts one folder or file holds, by name (`train`, `validation`, `test`, or `all` where
/// nothing tells them apart), in that order.
public record DatasetParts(Map<String, Dataset> parts) {}
