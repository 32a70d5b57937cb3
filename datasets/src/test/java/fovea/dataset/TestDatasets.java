package fovea.dataset;

import fovea.image.PixelImage;
import fovea.problem.InvalidInputException;
import fovea.sample.ClassList;
import fovea.sample.ImageLabel;
import fovea.sample.Sample;
import fovea.tensor.TargetEncoder;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Small datasets in memory whose pixels tell the index of their sample.
public final class TestDatasets {
    private TestDatasets() {}

    /// Samples with the given labels; sample `i` is `side×side`, its pixels begin with `i`.
    record Labelled(List<List<Integer>> labels, int side, Set<Integer> unreadable)
            implements Dataset {
        @Override
        public String name() {
            return "labelled";
        }

        @Override
        public ClassList classes() {
            int most = labels.stream().flatMap(List::stream).reduce(0, Math::max);
            return new ClassList(
                    IntStream.rangeClosed(0, most).mapToObj(i -> "class " + i).toList());
        }

        @Override
        public int size() {
            return labels.size();
        }

        @Override
        public Sample sample(int index) {
            if (unreadable.contains(index)) {
                throw InvalidInputException.of("sample " + index, "it is damaged", "repair it");
            }
            byte[] pixels = new byte[side * side];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) (index + 31 * i);
            }
            return Sample.of(
                    "s" + index,
                    new PixelImage(side, side, 1, pixels),
                    new ImageLabel(labels.get(index)));
        }
    }

    /// Single labels, turn and turn about.
    public static Dataset of(int size, int classes, Integer... unreadable) {
        List<List<Integer>> labels =
                IntStream.range(0, size).mapToObj(i -> List.of(i % classes)).toList();
        return new Labelled(labels, 6, Set.of(unreadable));
    }

    static Dataset withLabels(List<List<Integer>> labels) {
        return new Labelled(labels, 1, Set.of());
    }

    /// One-hot targets named `label`.
    public static TargetEncoder oneHot(int classes) {
        return new TargetEncoder() {
            @Override
            public Map<String, List<Integer>> targets() {
                return Map.of("label", List.of(classes));
            }

            @Override
            public void encode(Sample sample, Map<String, FloatBuffer> into) {
                FloatBuffer target = into.get("label");
                if (target == null) {
                    throw new AssertionError("no share of the label");
                }
                for (int i = 0; i < classes; i++) {
                    target.put(i, sample.labels().contains(i) ? 1 : 0);
                }
            }
        };
    }
}
