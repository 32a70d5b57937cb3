package fovea.tensor;

import fovea.sample.Sample;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/// Turns the truth of one sample into the tensors a loss compares with, so that the graph stays
/// static.
public interface TargetEncoder {
    /// Makes no targets, for samples whose truth is not known.
    static TargetEncoder none() {
        return new TargetEncoder() {
            @Override
            public Map<String, List<Integer>> targets() {
                return Map.of();
            }

            @Override
            public void encode(Sample sample, Map<String, FloatBuffer> into) {
                // There is nothing to write.
            }
        };
    }

    /// The name and the shape, without the batch dimension, of each target.
    Map<String, List<Integer>> targets();

    /// Writes the targets of a transformed sample. Each buffer holds one sample's share and may
    /// hold old values.
    void encode(Sample sample, Map<String, FloatBuffer> into);
}
