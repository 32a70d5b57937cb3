package fovea.training;

/// How an epoch compares with those before it.
enum Standing {
    BEST,
    NOT_BEST
}
