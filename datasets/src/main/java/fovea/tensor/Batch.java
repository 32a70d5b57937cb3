package fovea.tensor;

import fovea.sample.Sample;

import java.util.List;
import java.util.Map;

/// Samples made ready for a net: named tensors whose first dimension counts the samples. `image` is
/// `N×C×H×W`, channels-last; the targets are named by the [TargetEncoder]. Closing gives the memory
/// back to the loader, so nothing may be read afterwards.
public final class Batch implements AutoCloseable {
    /// The name of the image tensor.
    public static final String IMAGE = "image";

    private final List<Sample> samples;
    private final Map<String, HostTensor> tensors;
    private final Runnable release;

    public Batch(List<Sample> samples, Map<String, HostTensor> tensors, Runnable release) {
        this.samples = List.copyOf(samples);
        this.tensors = Map.copyOf(tensors);
        this.release = release;
    }

    /// The samples as they are in the dataset, before any transform.
    public List<Sample> samples() {
        return samples;
    }

    public Map<String, HostTensor> tensors() {
        return tensors;
    }

    public HostTensor images() {
        return tensor(IMAGE);
    }

    public HostTensor tensor(String name) {
        HostTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException(
                    "the batch has no tensor " + name + ", only " + tensors.keySet());
        }
        return tensor;
    }

    public int size() {
        return samples.size();
    }

    @Override
    public void close() {
        release.run();
    }
}
