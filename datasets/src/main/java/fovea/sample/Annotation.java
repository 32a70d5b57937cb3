package fovea.sample;

/// What is said of an image, as truth or as prediction.
public sealed interface Annotation permits ImageLabel, ClassScores {}
