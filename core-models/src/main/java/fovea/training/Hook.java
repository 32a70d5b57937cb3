package fovea.training;

/// Listens to a run. Hooks are called in order, on the thread that trains, and must be quick.
@FunctionalInterface
public interface Hook {
    void on(TrainEvent event);
}
