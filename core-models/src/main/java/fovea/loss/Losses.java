package fovea.loss;

import fovea.component.Component;

import java.util.List;

/// The losses that experiments can name.
public final class Losses {
    private Losses() {}

    public static List<Class<? extends Component>> all() {
        return List.of(CrossEntropy.class, BinaryCrossEntropy.class);
    }
}
