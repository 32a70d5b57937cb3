package fovea.engine.torch;

import fovea.engine.EngineException;
import fovea.engine.Inputs;
import fovea.engine.TrainingOptions;
import fovea.engine.TrainingSession;
import fovea.engine.TrainingState;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.graph.Value;
import fovea.tensor.HostTensor;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

import java.lang.ref.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Training on libtorch. Weights, gradients and optimiser state are one vector each.
final class TorchTrainingSession implements TrainingSession {
    private final TrainingOptions options;
    private final Target target;
    private final List<Value> inputs;
    private final boolean noisy;
    private final ParameterStore store;
    private final Flat gradients;
    private final Update update;
    private final Optional<Average> average;
    private final Plan plan;
    private final Evaluations evaluations;
    private long updates;

    TorchTrainingSession(Graph graph, Weights initial, TrainingOptions options, Target target) {
        this.options = options;
        this.target = target;
        Graph loss = graph.only(Graph.LOSS);
        inputs = loss.inputs();
        noisy = Noise.in(loss);
        store = ParameterStore.of(graph, initial, target);
        gradients = Flat.zeros(store.trained().layout(), target);
        store.collect(gradients);
        update = Update.of(options.optimizer(), store, gradients, target);
        average =
                options.emaDecay().isPresent()
                        ? Optional.of(
                                new Average(
                                        options.emaDecay().getAsDouble(), graph, initial, target))
                        : Optional.empty();
        plan = Plan.of(loss, store, Mode.TRAINING);
        evaluations = new Evaluations(graph, store, target);
    }

    @Override
    public StepResult step(List<Map<String, HostTensor>> batches, double lr, long seed) {
        try (PointerScope _ = new PointerScope()) {
            if (noisy) {
                torch.manual_seed(seed);
            }
            gradients.whole().zero_();
            int samples = batches.stream().mapToInt(this::samples).sum();
            double loss = 0;
            for (Map<String, HostTensor> batch : batches) {
                double share = samples(batch) / (double) samples;
                loss += share * differentiate(batch, share);
            }
            return new StepResult(loss, update(lr));
        } catch (RuntimeException e) {
            throw Failures.in("training step " + (updates + 1), e);
        } finally {
            Reference.reachabilityFence(batches);
        }
    }

    private int samples(Map<String, HostTensor> batch) {
        return Inputs.samples(inputs, batch);
    }

    /// Adds the gradients of a batch; its loss counts by its share of the samples.
    private double differentiate(Map<String, HostTensor> batch, double share) {
        try (PointerScope _ = new PointerScope()) {
            Tensor loss;
            try (Autocast _ = Autocast.open(options.precision())) {
                loss = plan.run(store.tensors(), batch, target)[0];
            }
            if (loss.numel() != 1) {
                throw new EngineException("the output 'loss' is not a scalar; take its mean");
            }
            (share == 1 ? loss : loss.mul(new Scalar(share))).backward();
            return loss.item_float();
        }
    }

    /// @return the norm of the gradients before clipping
    private double update(double lr) {
        try (NoGradient _ = new NoGradient()) {
            double norm = gradients.norm();
            if (!Double.isFinite(norm)) {
                return norm;
            }
            double limit = options.clipNorm().orElse(Double.POSITIVE_INFINITY);
            double scale = limit / (norm + 1e-6);
            if (scale < 1) {
                gradients.whole().mul_(new Scalar(scale));
            }
            updates++;
            update.apply(lr, updates);
            average.ifPresent(mean -> mean.follow(store, updates));
            return norm;
        }
    }

    @Override
    public Map<String, HostTensor> evaluate(Map<String, HostTensor> batch, List<String> outputs) {
        Tensor[] weights = average.map(Average::store).orElse(store).tensors();
        return evaluations.run(weights, batch, outputs);
    }

    @Override
    public TrainingState state() {
        try (PointerScope _ = new PointerScope()) {
            Map<String, HostTensor> optimizer = new LinkedHashMap<>();
            update.slots().forEach((slot, flat) -> optimizer.putAll(flat.copies("/" + slot)));
            return new TrainingState(
                    store.save(), optimizer, average.map(mean -> mean.store().save()), updates);
        }
    }

    @Override
    public void restore(TrainingState state) {
        if (state.averaged().isPresent() != average.isPresent()) {
            throw new EngineException(
                    "the state has "
                            + (average.isPresent() ? "no averaged weights" : "averaged weights")
                            + "; continue with the options it was saved with");
        }
        try (PointerScope _ = new PointerScope()) {
            store.load(state.weights());
            update.slots().forEach((slot, flat) -> flat.fill(state.optimizer(), "/" + slot));
            average.ifPresent(mean -> state.averaged().ifPresent(mean.store()::load));
            updates = state.updates();
        }
    }

    @Override
    public void close() {
        store.close();
        gradients.close();
        update.close();
        average.ifPresent(Average::close);
    }
}
