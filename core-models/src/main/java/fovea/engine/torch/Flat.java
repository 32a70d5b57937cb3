package fovea.engine.torch;

import fovea.engine.EngineException;
import fovea.tensor.HostTensor;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One vector and its parts, which share its memory.
final class Flat implements AutoCloseable {
    private static final long NORM_ROW = 1 << 14;

    private final FlatLayout layout;
    private final Tensor whole;
    private final List<Tensor> parts = new ArrayList<>();

    private Flat(FlatLayout layout, Tensor whole) {
        this.layout = layout;
        this.whole = whole;
        for (FlatLayout.Entry entry : layout.entries()) {
            parts.add(
                    whole.as_strided(
                                    entry.shape(), entry.strides(), new LongOptional(entry.start()))
                            .detach());
        }
    }

    static Flat zeros(FlatLayout layout, Target target) {
        try (PointerScope _ = new PointerScope()) {
            Flat flat = new Flat(layout, target.zeros(layout.length()));
            flat.whole.retainReference();
            flat.parts.forEach(Tensor::retainReference);
            return flat;
        }
    }

    /// The Euclidean norm of the whole vector. Rows are folded first and their norms added in
    /// double precision: a single sum of a hundred million floats would be off by a part in a
    /// thousand.
    double norm() {
        long rows = whole.numel() / NORM_ROW;
        long folded = rows * NORM_ROW;
        double squares = square(whole.narrow(0, folded, whole.numel() - folded).norm());
        if (rows > 0) {
            Tensor grid = whole.narrow(0, 0, folded).reshape(rows, NORM_ROW);
            Tensor norms = grid.norm(new ScalarOptional(new Scalar(2)), 1);
            squares += norms.toType(ScalarType.Double).square().sum().item_double();
        }
        return Math.sqrt(squares);
    }

    private static double square(Tensor scalar) {
        double value = scalar.item_float();
        return value * value;
    }

    Tensor whole() {
        return whole;
    }

    Tensor part(int index) {
        return parts.get(index);
    }

    FlatLayout layout() {
        return layout;
    }

    /// Copies of the parts by parameter name with a suffix.
    Map<String, HostTensor> copies(String suffix) {
        Map<String, HostTensor> copies = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            copies.put(layout.entries().get(i).value().name() + suffix, Tensors.copy(parts.get(i)));
        }
        return copies;
    }

    /// @throws EngineException if one is missing or has another shape
    void fill(Map<String, HostTensor> source, String suffix) {
        for (int i = 0; i < parts.size(); i++) {
            FlatLayout.Entry entry = layout.entries().get(i);
            String name = entry.value().name() + suffix;
            HostTensor host = source.get(name);
            if (host == null) {
                throw new EngineException(
                        "'" + name + "' is missing; use weights of the same model and optimizer");
            }
            if (!host.shape().equals(entry.value().shape().dims())) {
                throw new EngineException(
                        "'%s' has the shape %s where the model has %s; use weights of the same model"
                                .formatted(name, host.shape(), entry.value().shape()));
            }
            parts.get(i).copy_(Tensors.over(host));
        }
    }

    @Override
    public void close() {
        parts.forEach(Tensor::close);
        whole.close();
    }
}
