package fovea.engine.torch;

import fovea.optimization.Optimizer;

import java.util.Map;

/// One optimiser's arithmetic and state.
interface Update extends AutoCloseable {
    /// Changes the weights by their gradients, which may be overwritten. The handles belong to the
    /// open scope.
    ///
    /// @param number of this update, from 1
    void apply(double lr, long number);

    /// State by the name it has in a `TrainingState`, such as `momentum`.
    Map<String, Flat> slots();

    @Override
    default void close() {
        slots().values().forEach(Flat::close);
    }

    static Update of(Optimizer optimizer, ParameterStore store, Flat gradients, Target target) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd -> new SgdUpdate(sgd, store, gradients, target);
            case Optimizer.Adam adam ->
                    new AdamUpdate(
                            new AdamUpdate.Rule(
                                    "_fused_adam_", adam.beta1(), adam.beta2(), adam.epsilon()),
                            Groups.of(store, adam.weightDecay()),
                            new AdamUpdate.Vectors(store.trained(), gradients, target));
            case Optimizer.AdamW adam ->
                    new AdamUpdate(
                            new AdamUpdate.Rule(
                                    "_fused_adamw_", adam.beta1(), adam.beta2(), adam.epsilon()),
                            Groups.of(store, adam.weightDecay()),
                            new AdamUpdate.Vectors(store.trained(), gradients, target));
            case Optimizer.RmsProp rms -> new RmsPropUpdate(rms, store, gradients, target);
        };
    }
}
