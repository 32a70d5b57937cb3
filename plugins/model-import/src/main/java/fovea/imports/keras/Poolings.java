package fovea.imports.keras;

import fovea.imports.keras.Settings.Flag;
import fovea.model.layered.AveragePooling;
import fovea.model.layered.GlobalPooling;
import fovea.model.layered.MaxPooling;
import fovea.model.layered.Sliding;

import java.util.List;

/// Pooling.
final class Poolings {
    private Poolings() {}

    /// `MaxPooling2D`
    static void maximum(Translation t) {
        t.add(new MaxPooling(window(t.settings())));
    }

    /// `AveragePooling2D`
    static void average(Translation t) {
        t.add(new AveragePooling(window(t.settings()), AveragePooling.Counted.INSIDE));
    }

    private static Sliding window(Settings s) {
        List<Integer> size = s.integers("pool_size", 2, 2);
        List<Integer> step = s.has("strides") ? s.integers("strides", 2, 1) : size;
        return Convolutions.sliding(size, step, List.of(1, 1), Convolutions.padding(s));
    }

    /// `GlobalAveragePooling2D`, `GlobalMaxPooling2D`
    static void global(Translation t, GlobalPooling.Taken taken) {
        boolean map = t.settings().flag("keepdims", Flag.OFF);
        t.add(
                new GlobalPooling(
                        taken, map ? GlobalPooling.Result.MAP : GlobalPooling.Result.VECTOR));
    }
}
