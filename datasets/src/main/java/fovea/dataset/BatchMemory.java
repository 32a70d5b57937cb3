package fovea.dataset;

import fovea.sample.Sample;
import fovea.tensor.Batch;
import fovea.tensor.HostTensor;
import fovea.tensor.InputSpec;
import fovea.tensor.Layout;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tensors of one batch and a view of each row; used again for later batches.
final class BatchMemory {
    private final Map<String, HostTensor> tensors = new HashMap<>();
    private final List<Map<String, FloatBuffer>> rows = new ArrayList<>();
    private final int capacity;

    BatchMemory(int capacity, BatchRecipe recipe) {
        this.capacity = capacity;
        InputSpec input = recipe.input();
        List<Integer> image = List.of(capacity, input.channels(), input.height(), input.width());
        tensors.put(Batch.IMAGE, HostTensor.zeros(Layout.CHANNELS_LAST, image));
        recipe.targets()
                .targets()
                .forEach(
                        (name, shape) -> {
                            List<Integer> batched = new ArrayList<>(shape);
                            batched.addFirst(capacity);
                            tensors.put(name, HostTensor.zeros(Layout.CONTIGUOUS, batched));
                        });
        for (int i = 0; i < capacity; i++) {
            rows.add(view(i));
        }
    }

    private Map<String, FloatBuffer> view(int index) {
        Map<String, FloatBuffer> row = new HashMap<>();
        tensors.forEach(
                (name, tensor) -> {
                    int length = tensor.elements() / capacity;
                    row.put(name, tensor.data().slice(index * length, length));
                });
        return row;
    }

    /// The share of every tensor, [Batch#IMAGE] included, that belongs to one sample.
    Map<String, FloatBuffer> row(int index) {
        Map<String, FloatBuffer> row = rows.get(index);
        row.values().forEach(FloatBuffer::clear);
        return row;
    }

    Batch batch(List<Sample> samples, Runnable release) {
        if (samples.size() == capacity) {
            return new Batch(samples, tensors, release);
        }
        Map<String, HostTensor> smaller = new HashMap<>();
        tensors.forEach((name, tensor) -> smaller.put(name, tensor.first(samples.size())));
        return new Batch(samples, smaller, release);
    }
}
