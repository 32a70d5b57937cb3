package fovea.engine.torch;

import org.bytedeco.pytorch.Tensor;

import java.util.ArrayList;
import java.util.List;

/// Ranges of the trained vector with a weight decay of their own.
record Groups(List<Group> groups) {
    /// @param start in elements
    record Group(long start, long length, double decay) {
        /// The group's part of a vector; the handle belongs to the open scope.
        Tensor of(Flat flat) {
            return flat.whole().narrow(0, start, length);
        }
    }

    /// The weights with decay, biases and norms without.
    static Groups of(ParameterStore store, double decay) {
        long length = store.trained().layout().length();
        long decayed = decay == 0 ? 0 : store.decayed();
        List<Group> groups = new ArrayList<>();
        if (decayed > 0) {
            groups.add(new Group(0, decayed, decay));
        }
        if (decayed < length) {
            groups.add(new Group(decayed, length - decayed, 0));
        }
        return new Groups(groups);
    }
}
