package fovea.dataset;

import fovea.sample.Sample;
import fovea.sample.Seed;
import fovea.tensor.Batch;
import fovea.tensor.InputSpec;
import fovea.tensor.TargetEncoder;
import fovea.transform.BatchTransform;
import fovea.transform.Pipeline;

import java.util.List;

/// How samples become a [Batch]: transforms, then channels and normalisation as the net takes them,
/// then targets, then the transforms of the whole batch.
public record BatchRecipe(
        Pipeline pipeline,
        List<BatchTransform> batchTransforms,
        InputSpec input,
        TargetEncoder targets) {
    private static final Seed ANY = new Seed(0);

    public BatchRecipe {
        batchTransforms = List.copyOf(batchTransforms);
    }

    /// A recipe for prediction and evaluation: nothing is mixed within the batch.
    public static BatchRecipe of(Pipeline pipeline, InputSpec input, TargetEncoder targets) {
        return new BatchRecipe(pipeline, List.of(), input, targets);
    }

    /// A batch of just these samples, outside any epoch: without batch transforms, with a fixed
    /// seed for the others. A sample that cannot be read throws; nothing has to be given back.
    public Batch batchOf(List<Sample> samples) {
        BatchMemory memory = new BatchMemory(samples.size(), this);
        SampleWriter writer = new SampleWriter(this);
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            writer.write(sample.withImage(sample.image().load()), ANY, memory.row(i));
        }
        return memory.batch(samples, () -> {});
    }
}
