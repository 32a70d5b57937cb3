package fovea.model;

import fovea.sample.ClassList;
import fovea.tensor.InputSpec;

/// What a model must know of the data to build its graph.
public record ModelContext(ClassList classes, InputSpec input) {}
