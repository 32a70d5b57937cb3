package fovea.transform;

import fovea.component.Component;
import fovea.sample.Seed;
import fovea.tensor.Batch;

/// Changes a whole batch in place after it was put together, such as mixing its images and targets.
public interface BatchTransform extends Component {
    void apply(Batch batch, Seed seed);
}
