package fovea.engine.dl4j;

import fovea.optimization.Optimizer;

import java.util.Map;

/// One optimiser's arithmetic and state.
interface Update extends AutoCloseable {
    /// Changes the weights by their gradients, which are overwritten.
    ///
    /// @param number of this update, from 1
    void apply(double lr, long number);

    /// State by the name it has in a `TrainingState`, such as `momentum`.
    Map<String, Flat> slots();

    @Override
    default void close() {
        slots().values().forEach(Flat::close);
    }

    static Update of(Optimizer optimizer, Parameters parameters, Flat gradients) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd -> new SgdUpdate(sgd, parameters, gradients);
            case Optimizer.Adam a ->
                    new AdamUpdate(
                            new AdamUpdate.Rule(
                                    a.beta1(), a.beta2(), a.epsilon(), AdamUpdate.Target.GRADIENT),
                            Decay.of(parameters, a.weightDecay()),
                            parameters.trained(),
                            gradients);
            case Optimizer.AdamW a ->
                    new AdamUpdate(
                            new AdamUpdate.Rule(
                                    a.beta1(), a.beta2(), a.epsilon(), AdamUpdate.Target.WEIGHT),
                            Decay.of(parameters, a.weightDecay()),
                            parameters.trained(),
                            gradients);
            case Optimizer.RmsProp rms -> new RmsPropUpdate(rms, parameters, gradients);
        };
    }
}
