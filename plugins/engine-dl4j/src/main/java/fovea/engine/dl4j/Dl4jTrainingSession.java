package fovea.engine.dl4j;

import fovea.engine.EngineException;
import fovea.engine.Inputs;
import fovea.engine.TrainingOptions;
import fovea.engine.TrainingSession;
import fovea.engine.TrainingState;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.graph.Value;
import fovea.sample.Seed;
import fovea.tensor.HostTensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Training on ND4J. Weights, gradients and optimiser state are one vector each.
final class Dl4jTrainingSession implements TrainingSession {
    private static final List<String> LOSS = List.of(Graph.LOSS);

    private final TrainingOptions options;
    private final List<Value> inputs;
    private final Parameters parameters;
    private final Flat gradients;
    private final Flat sum;
    private final Scratch scratch = new Scratch();
    private final Update update;
    private final Optional<Average> average;
    private final Programs training;
    private final Programs evaluations;
    private long updates;

    Dl4jTrainingSession(Graph graph, Weights initial, TrainingOptions options) {
        this.options = options;
        inputs = graph.only(Graph.LOSS).inputs();
        parameters = Parameters.of(graph, initial);
        gradients = Flat.zeros(parameters.trained().length());
        sum = Flat.zeros(parameters.trained().length());
        update = Update.of(options.optimizer(), parameters, sum);
        average =
                options.emaDecay().isPresent()
                        ? Optional.of(new Average(options.emaDecay().getAsDouble(), graph, initial))
                        : Optional.empty();
        training = new Programs(graph, new Memory(parameters, gradients, scratch), Mode.TRAINING);
        Parameters best = average.map(Average::parameters).orElse(parameters);
        evaluations = new Programs(graph, new Memory(best, gradients, scratch), Mode.INFERENCE);
    }

    @Override
    public StepResult step(List<Map<String, HostTensor>> batches, double lr, long seed) {
        return Native.running(
                "training step " + (updates + 1),
                () -> {
                    int samples = batches.stream().mapToInt(this::samples).sum();
                    sum.memory().fill((byte) 0);
                    double loss = 0;
                    for (int i = 0; i < batches.size(); i++) {
                        double share = samples(batches.get(i)) / (double) samples;
                        Program program = training.of(LOSS, batches.get(i));
                        program.run(batches.get(i), new Seed(seed).at(i).value());
                        Vectors.add(share, gradients.whole(), sum.whole());
                        loss += share * program.loss();
                    }
                    return new StepResult(loss, update(lr));
                });
    }

    private int samples(Map<String, HostTensor> batch) {
        return Inputs.samples(inputs, batch);
    }

    /// @return the norm of the gradients before clipping
    private double update(double lr) {
        double norm = Vectors.norm(sum.whole());
        if (!Double.isFinite(norm)) {
            return norm;
        }
        double scale = options.clipNorm().orElse(Double.POSITIVE_INFINITY) / (norm + 1e-6);
        if (scale < 1) {
            Vectors.scale(scale, sum.whole());
        }
        updates++;
        update.apply(lr, updates);
        average.ifPresent(mean -> mean.follow(parameters, updates));
        return norm;
    }

    @Override
    public Map<String, HostTensor> evaluate(Map<String, HostTensor> batch, List<String> outputs) {
        return Native.running(
                "evaluation",
                () -> {
                    Program program = evaluations.of(outputs, batch);
                    program.run(batch, 0);
                    return program.results();
                });
    }

    @Override
    public TrainingState state() {
        Map<String, HostTensor> optimizer = new LinkedHashMap<>();
        update.slots()
                .forEach(
                        (slot, flat) ->
                                optimizer.putAll(
                                        Parameters.copies(parameters.layout(), flat, "/" + slot)));
        return new TrainingState(
                parameters.save(),
                optimizer,
                average.map(mean -> mean.parameters().save()),
                updates);
    }

    @Override
    public void restore(TrainingState state) {
        if (state.averaged().isPresent() != average.isPresent()) {
            throw new EngineException(
                    "the state has "
                            + (average.isPresent() ? "no averaged weights" : "averaged weights")
                            + "; continue with the options it was saved with");
        }
        parameters.load(state.weights());
        update.slots()
                .forEach(
                        (slot, flat) ->
                                Parameters.fill(
                                        parameters.layout(), flat, state.optimizer(), "/" + slot));
        average.ifPresent(mean -> state.averaged().ifPresent(mean.parameters()::load));
        updates = state.updates();
    }

    @Override
    public void close() {
        training.close();
        evaluations.close();
        scratch.close();
        update.close();
        sum.close();
        gradients.close();
        average.ifPresent(Average::close);
        parameters.close();
    }
}
