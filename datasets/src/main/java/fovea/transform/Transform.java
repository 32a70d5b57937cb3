package fovea.transform;

import fovea.component.Component;
import fovea.sample.Sample;
import fovea.sample.Seed;

/// Changes an image and everything that is said of it, together. The same sample and seed give the
/// same result.
public interface Transform extends Component {
    Sample apply(Sample sample, Seed seed);
}
