package fovea.sample;

/// How many classes an image shows.
public enum Labelling {
    /// Exactly one: the classes exclude one another, scores sum to 1.
    SINGLE_LABEL,
    /// Any number, also none: each class is a question of its own, with its own score in 0…1.
    MULTI_LABEL
}
