package fovea.model;

import fovea.dataset.InputSpec;
import fovea.sample.ClassList;

/// What a model must know of the data to build its graph.
public record ModelContext(ClassList classes, InputSpec input) {}
