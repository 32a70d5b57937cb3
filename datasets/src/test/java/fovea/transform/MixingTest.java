package fovea.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.dataset.TestDatasets;
import fovea.sample.Sample;
import fovea.sample.Seed;
import fovea.tensor.Batch;
import fovea.tensor.HostTensor;
import fovea.tensor.Layout;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

final class MixingTest {
    private static final int SIDE = 5;

    /// Image `i` is `2×5×5` channels-last, all `i` in channel 0 and `10 i` in channel 1; its target
    /// is one-hot.
    private static Batch batch(int size) {
        HostTensor images = HostTensor.zeros(Layout.CHANNELS_LAST, List.of(size, 2, SIDE, SIDE));
        HostTensor labels = HostTensor.zeros(size, size);
        for (int i = 0; i < size; i++) {
            labels.data().put(i * size + i, 1);
            for (int p = 0; p < SIDE * SIDE; p++) {
                images.data().put((i * SIDE * SIDE + p) * 2, i);
                images.data().put((i * SIDE * SIDE + p) * 2 + 1, 10 * i);
            }
        }
        List<Sample> samples =
                IntStream.range(0, size).mapToObj(TestDatasets.of(size, 2)::sample).toList();
        return new Batch(samples, Map.of(Batch.IMAGE, images, "label", labels), () -> {});
    }

    @Test
    void blendsEveryRowWithTheOldContentOfItsPartner() {
        SplittableRandom random = new SplittableRandom(1);
        for (int size = 1; size < 40; size++) {
            int[] partners = Mixing.permutation(size, random);
            HostTensor rows = HostTensor.zeros(size, 3);
            for (int i = 0; i < rows.elements(); i++) {
                rows.data().put(i, i * i);
            }
            float[] old = rows.toArray();
            Mixing.blend(rows.data(), partners, Mixing.linear(0.75));
            for (int i = 0; i < rows.elements(); i++) {
                float partner = old[partners[i / 3] * 3 + i % 3];
                assertEquals(0.75 * old[i] + 0.25 * partner, rows.data().get(i), 1e-3);
            }
        }
    }

    @Test
    void mixupMixesImagesAndTargetsAlike() {
        for (int seed = 0; seed < 30; seed++) {
            Batch batch = batch(7);
            new Mixup(0.8).apply(batch, new Seed(seed));
            float[] images = batch.images().toArray();
            float[] labels = batch.tensor("label").toArray();
            for (int i = 0; i < 7; i++) {
                double expected = 0;
                double sum = 0;
                for (int c = 0; c < 7; c++) {
                    expected += c * labels[i * 7 + c];
                    sum += labels[i * 7 + c];
                }
                assertEquals(1, sum, 1e-5);
                for (int p = 0; p < SIDE * SIDE; p++) {
                    int at = (i * SIDE * SIDE + p) * 2;
                    assertEquals(expected, images[at], 1e-4);
                    assertEquals(10 * expected, images[at + 1], 1e-3);
                }
            }
        }
    }

    @Test
    void cutMixMixesTargetsByTheShareOfPixels() {
        int changed = 0;
        for (int seed = 0; seed < 50; seed++) {
            Batch batch = batch(6);
            new CutMix(1).apply(batch, new Seed(seed));
            float[] images = batch.images().toArray();
            float[] labels = batch.tensor("label").toArray();
            for (int i = 0; i < 6; i++) {
                double[] share = new double[6];
                for (int p = 0; p < SIDE * SIDE; p++) {
                    int at = (i * SIDE * SIDE + p) * 2;
                    int source = (int) images[at];
                    assertEquals(10 * source, images[at + 1], 0);
                    share[source] += 1.0 / (SIDE * SIDE);
                }
                for (int c = 0; c < 6; c++) {
                    assertEquals(share[c], labels[i * 6 + c], 1e-5);
                }
                changed += share[i] < 0.999 ? 1 : 0;
            }
        }
        assertTrue(changed > 50, changed + " images were changed");
    }

    @Test
    void isTheSameForTheSameSeed() {
        for (BatchTransform mixing : List.of(new Mixup(0.2), new CutMix(0.5))) {
            Batch one = batch(5);
            Batch two = batch(5);
            mixing.apply(one, new Seed(9));
            mixing.apply(two, new Seed(9));
            assertArrayEquals(one.images().toArray(), two.images().toArray());
            assertArrayEquals(one.tensor("label").toArray(), two.tensor("label").toArray());
        }
    }

    @Test
    void drawsSharesWithTheMomentsOfTheBetaDistribution() {
        SplittableRandom random = new SplittableRandom(2);
        for (double alpha : new double[] {0.001, 0.2, 1, 4}) {
            double sum = 0;
            double squares = 0;
            int count = 40_000;
            for (int i = 0; i < count; i++) {
                double share = Mixing.beta(alpha, random);
                assertTrue(share >= 0 && share <= 1);
                sum += share;
                squares += (share - 0.5) * (share - 0.5);
            }
            assertEquals(0.5, sum / count, 0.01);
            assertEquals(1 / (4 * (2 * alpha + 1)), squares / count, 0.005);
        }
    }
}
