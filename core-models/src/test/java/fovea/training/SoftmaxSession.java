package fovea.training;

import fovea.engine.TrainingSession;
import fovea.engine.TrainingState;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.sample.Seed;
import fovea.tensor.Batch;
import fovea.tensor.HostTensor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/// Softmax regression with momentum, averaged weights, and inputs shaken by the step's seed. A
/// learning rate of NaN makes the loss NaN.
public final class SoftmaxSession implements TrainingSession {
    private static final String WEIGHT = "head.weight";
    private static final String BIAS = "head.bias";
    private static final float MOMENTUM = 0.9f;

    private final OptionalDouble emaDecay;
    private float[] weights;
    private float[] momentum;
    private float[] averaged;
    private final int classes;
    private final int features;
    private long updates;
    private boolean closed;

    public SoftmaxSession(Weights initial, OptionalDouble emaDecay) {
        this.emaDecay = emaDecay;
        classes = initial.tensor(BIAS).elements();
        features = initial.tensor(WEIGHT).elements() / classes;
        weights = joined(initial);
        averaged = weights.clone();
        momentum = new float[weights.length];
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public StepResult step(List<Map<String, HostTensor>> batches, double lr, long seed) {
        SplittableRandom random = new Seed(seed).random();
        float[] gradient = new float[weights.length];
        double loss = 0;
        int samples = 0;
        for (Map<String, HostTensor> batch : batches) {
            float[] images = tensor(batch, Batch.IMAGE);
            float[] targets = tensor(batch, PointModel.TARGET);
            for (int row = 0; row < targets.length / classes; row++, samples++) {
                float[] x = new float[features];
                for (int i = 0; i < features; i++) {
                    x[i] = images[row * features + i] + 0.1f * (float) random.nextGaussian();
                }
                float[] scores = scores(weights, x);
                for (int k = 0; k < classes; k++) {
                    float error = scores[k] - targets[row * classes + k];
                    loss -= targets[row * classes + k] * Math.log(scores[k]);
                    for (int i = 0; i < features; i++) {
                        gradient[k * features + i] += error * x[i];
                    }
                    gradient[classes * features + k] += error;
                }
            }
        }
        update(gradient, samples, (float) lr);
        return new StepResult(Double.isNaN(lr) ? Double.NaN : loss / samples, norm(gradient));
    }

    private void update(float[] gradient, int samples, float lr) {
        float decay = (float) emaDecay.orElse(0);
        for (int i = 0; i < weights.length; i++) {
            momentum[i] = MOMENTUM * momentum[i] + gradient[i] / samples;
            weights[i] -= lr * momentum[i];
            averaged[i] = decay * averaged[i] + (1 - decay) * weights[i];
        }
        updates++;
    }

    private float[] scores(float[] net, float[] x) {
        float[] scores = new float[classes];
        float sum = 0;
        for (int k = 0; k < classes; k++) {
            float logit = net[classes * features + k];
            for (int i = 0; i < features; i++) {
                logit += net[k * features + i] * x[i];
            }
            scores[k] = (float) Math.exp(logit);
            sum += scores[k];
        }
        for (int k = 0; k < classes; k++) {
            scores[k] /= sum;
        }
        return scores;
    }

    @Override
    public Map<String, HostTensor> evaluate(Map<String, HostTensor> batch, List<String> outputs) {
        float[] net = emaDecay.isPresent() ? averaged : weights;
        float[] images = tensor(batch, Batch.IMAGE);
        int rows = images.length / features;
        float[] scores = new float[rows * classes];
        for (int row = 0; row < rows; row++) {
            float[] x = Arrays.copyOfRange(images, row * features, (row + 1) * features);
            System.arraycopy(scores(net, x), 0, scores, row * classes, classes);
        }
        Map<String, HostTensor> results = new HashMap<>();
        results.put(PointModel.SCORES, HostTensor.of(List.of(rows, classes), scores));
        if (outputs.contains(Graph.LOSS)) {
            float[] targets = tensor(batch, PointModel.TARGET);
            double loss = 0;
            for (int i = 0; i < scores.length; i++) {
                loss -= targets[i] * Math.log(scores[i]) / rows;
            }
            results.put(Graph.LOSS, HostTensor.of(List.of(), (float) loss));
        }
        return results;
    }

    @Override
    public TrainingState state() {
        Map<String, HostTensor> optimizer = new LinkedHashMap<>();
        split(momentum).tensors().forEach((name, t) -> optimizer.put(name + "/momentum", t));
        Optional<Weights> mean =
                emaDecay.isPresent() ? Optional.of(split(averaged)) : Optional.empty();
        return new TrainingState(split(weights), optimizer, mean, updates);
    }

    @Override
    public void restore(TrainingState state) {
        weights = joined(state.weights());
        averaged = joined(state.averaged().orElse(state.weights()));
        Map<String, HostTensor> tensors = new HashMap<>();
        state.optimizer().forEach((name, t) -> tensors.put(name.replace("/momentum", ""), t));
        momentum = joined(new Weights(tensors));
        updates = state.updates();
    }

    private Weights split(float[] values) {
        int cut = classes * features;
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        tensors.put(WEIGHT, HostTensor.of(List.of(classes, features), Arrays.copyOf(values, cut)));
        tensors.put(
                BIAS,
                HostTensor.of(List.of(classes), Arrays.copyOfRange(values, cut, values.length)));
        return new Weights(tensors);
    }

    private static float[] joined(Weights weights) {
        float[] weight = weights.tensor(WEIGHT).toArray();
        float[] bias = weights.tensor(BIAS).toArray();
        float[] all = Arrays.copyOf(weight, weight.length + bias.length);
        System.arraycopy(bias, 0, all, weight.length, bias.length);
        return all;
    }

    private static float[] tensor(Map<String, HostTensor> batch, String name) {
        return batch.getOrDefault(name, HostTensor.zeros(0)).toArray();
    }

    private static double norm(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    @Override
    public void close() {
        closed = true;
    }
}
