package fovea.classification;

/// How the classes are folded into one number.
public enum Average {
    /// The plain mean over the classes.
    MACRO,
    /// All classes counted together.
    MICRO,
    /// Not at all: only the values of each class.
    CLASSWISE
}
