package fovea.engine;

import fovea.graph.Graph;
import fovea.graph.Op;
import fovea.graph.Value;
import fovea.graph.Window;

import java.util.List;
import java.util.Optional;

/// The forms of pooling that the engines which train lack. ONNX Runtime has them.
public final class Pooling {
    private static final String ONLY_ONNX = "only engine onnx has that, and it only predicts";

    private Pooling() {}

    /// Which nodes of a graph need such a form, each by its name with the reason and the engine
    /// that has it.
    public static List<String> unsupported(Graph graph) {
        return graph.values().stream()
                .flatMap(value -> reason(value).stream())
                .map(reason -> "%s (%s)".formatted(reason, ONLY_ONNX))
                .toList();
    }

    private static Optional<String> reason(Value value) {
        return switch (value.op()) {
            case Op.AveragePool2d pool
                    when !pool.window().dilation().equals(Window.Size.square(1)) ->
                    Optional.of(value.name() + ": average pooling with dilation");
            case Op.AveragePool2d pool when wide(pool.window()) -> Optional.of(padding(value));
            case Op.MaxPool2d pool when wide(pool.window()) -> Optional.of(padding(value));
            case Op _ -> Optional.empty();
        };
    }

    private static String padding(Value value) {
        return value.name() + ": pooling padded by more than half a window";
    }

    private static boolean wide(Window w) {
        return wide(w.padding().height(), w.kernel().height(), w.dilation().height())
                || wide(w.padding().width(), w.kernel().width(), w.dilation().width());
    }

    private static boolean wide(int padding, int kernel, int dilation) {
        return 2 * padding > dilation * (kernel - 1) + 1;
    }
}
