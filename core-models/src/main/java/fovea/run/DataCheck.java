package fovea.run;

import fovea.dataset.BatchRecipe;
import fovea.dataset.Dataset;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;
import fovea.sample.Sample;
import fovea.tensor.InputSpec;
import fovea.tensor.TargetEncoder;
import fovea.transform.Pipeline;
import fovea.transform.Transform;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds before a run begins what would end it in its first epoch: labels that the loss cannot take
/// and images that do not come out of the transforms as the net takes them.
record DataCheck(InputSpec input, List<Transform> transforms, TargetEncoder targets) {
    private static final int MOST_LABELS = 20_000;
    private static final int MOST_IMAGES = 8;
    private static final int MOST_TOLD = 20;

    /// Looks at the labels, of a large dataset at some 20,000 spread evenly, and at one image.
    ///
    /// @throws InvalidInputException if the experiment cannot be trained on such samples
    void check(Dataset dataset) {
        checkLabels(dataset);
        checkImage(dataset);
    }

    private void checkLabels(Dataset dataset) {
        Map<String, FloatBuffer> row = new HashMap<>();
        targets.targets()
                .forEach((name, shape) -> row.put(name, FloatBuffer.allocate(product(shape))));
        List<Problem> problems = new ArrayList<>();
        int stride = Math.max(1, dataset.size() / MOST_LABELS);
        for (int i = 0; i < dataset.size() && problems.size() < MOST_TOLD; i += stride) {
            try {
                targets.encode(dataset.sample(i), row);
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    private static int product(List<Integer> shape) {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /// The first image that can be read. One that cannot is left out when its turn comes.
    private void checkImage(Dataset dataset) {
        BatchRecipe recipe = BatchRecipe.of(new Pipeline(transforms), input, TargetEncoder.none());
        for (int i = 0; i < Math.min(dataset.size(), MOST_IMAGES); i++) {
            Sample sample = dataset.sample(i);
            if (readable(sample)) {
                recipe.batchOf(List.of(sample)).close();
                return;
            }
        }
    }

    private static boolean readable(Sample sample) {
        try {
            sample.image().load();
            return true;
        } catch (InvalidInputException e) {
            return false;
        }
    }
}
