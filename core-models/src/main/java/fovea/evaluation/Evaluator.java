package fovea.evaluation;

import fovea.sample.Sample;

/// Compares predictions with truth, sample by sample.
public interface Evaluator {
    /// Takes one sample with truth and predictions.
    void add(Sample sample);

    /// What the samples so far amount to.
    Evaluation evaluation();
}
