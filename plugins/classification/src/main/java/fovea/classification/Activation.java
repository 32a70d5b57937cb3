package fovea.classification;

/// What turns the numbers of a net's last layer into scores in 0…1.
public enum Activation {
    /// They are scores already.
    NONE,
    /// Softmax over the classes, which then sum to 1.
    SOFTMAX,
    /// The logistic function of each.
    SIGMOID;

    /// Scores for the numbers of one sample.
    float[] apply(float[] values) {
        return switch (this) {
            case NONE -> values;
            case SOFTMAX -> softmax(values);
            case SIGMOID -> sigmoid(values);
        };
    }

    private static float[] softmax(float[] values) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            largest = Math.max(largest, value);
        }
        double sum = 0;
        for (float value : values) {
            sum += Math.exp(value - largest);
        }
        float[] scores = new float[values.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) (Math.exp(values[i] - largest) / sum);
        }
        return scores;
    }

    private static float[] sigmoid(float[] values) {
        float[] scores = new float[values.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) (1 / (1 + Math.exp(-(double) values[i])));
        }
        return scores;
    }
}
