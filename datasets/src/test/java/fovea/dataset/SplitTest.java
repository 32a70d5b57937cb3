package fovea.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.problem.InvalidInputException;
import fovea.sample.Sample;
import fovea.sample.Seed;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

final class SplitTest {
    private static List<String> ids(Dataset dataset) {
        return IntStream.range(0, dataset.size())
                .mapToObj(dataset::sample)
                .map(Sample::id)
                .toList();
    }

    private static Dataset random(SplittableRandom random, int size, int classes) {
        List<List<Integer>> labels = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            // Squared, so that some classes are rare.
            double share = random.nextDouble();
            labels.add(List.of((int) (share * share * classes)));
        }
        return TestDatasets.withLabels(labels);
    }

    @Test
    void sharesEverySampleOutOnceAndEveryClassInProportion() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 50; round++) {
            Dataset whole = random(random, random.nextInt(20, 400), random.nextInt(1, 9));
            double fraction = random.nextDouble(0.05, 0.95);
            Split split = Split.holdOut(whole, fraction, new Seed(round));
            TreeSet<String> together = new TreeSet<>(ids(split.train()));
            together.addAll(ids(split.validation()));
            assertEquals(whole.size(), together.size());
            assertEquals(whole.size(), split.train().size() + split.validation().size());
            List<Integer> all = ClassCounts.of(whole).counts();
            List<Integer> held = ClassCounts.of(split.validation()).counts();
            for (int c = 0; c < all.size(); c++) {
                assertEquals(all.get(c) * fraction, held.get(c), 1, "class " + c);
                if (all.get(c) >= 2) {
                    assertTrue(held.get(c) >= 1 && held.get(c) < all.get(c), "class " + c);
                }
            }
        }
    }

    @Test
    void isTheSameForTheSameSeedOnly() {
        Dataset whole = TestDatasets.of(200, 5);
        List<String> first = ids(Split.holdOut(whole, 0.2, new Seed(1)).validation());
        assertEquals(first, ids(Split.holdOut(whole, 0.2, new Seed(1)).validation()));
        assertNotEquals(first, ids(Split.holdOut(whole, 0.2, new Seed(2)).validation()));
        assertEquals(40, first.size());
    }

    @Test
    void countsSeveralLabelsForTheRarest() {
        List<List<Integer>> labels = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            labels.add(i < 10 ? List.of(0, 1) : List.of(0));
        }
        Split split = Split.holdOut(TestDatasets.withLabels(labels), 0.2, new Seed(7));
        assertEquals(List.of(20, 2), ClassCounts.of(split.validation()).counts());
    }

    @Test
    void usesThePartsThereAreAndHoldsOutOnlyWithoutAValidationPart() {
        Dataset train = TestDatasets.of(20, 2);
        Dataset other = TestDatasets.of(6, 2);
        DatasetParts both = new DatasetParts(Map.of("train", train, "validation", other));
        assertEquals(new Split(train, other), Split.of(both, 0.5, new Seed(1)));
        DatasetParts tested = new DatasetParts(Map.of("train", train, "test", other));
        assertEquals(10, Split.of(tested, 0.5, new Seed(1)).validation().size());
        DatasetParts uncut = new DatasetParts(Map.of("all", train));
        assertEquals(10, Split.of(uncut, 0.5, new Seed(1)).train().size());
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> uncut.part("test"));
        assertTrue(refused.toString().contains("choose one of all"), refused.toString());
    }

    @Test
    void refusesWhatCannotBeSplit() {
        Dataset tiny = TestDatasets.of(3, 3);
        assertThrows(InvalidInputException.class, () -> Split.holdOut(tiny, 0.5, new Seed(1)));
        Dataset enough = TestDatasets.of(30, 3);
        assertThrows(IllegalArgumentException.class, () -> Split.holdOut(enough, 1, new Seed(1)));
    }

    @Test
    void limitsToTheSameNumberOfEachClass() {
        List<List<Integer>> labels = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            labels.add(List.of(i < 70 ? 0 : i < 88 ? 1 : 2));
        }
        Dataset whole = TestDatasets.withLabels(labels);
        assertEquals(List.of(5, 5, 2), ClassCounts.of(Subset.balanced(whole, 12)).counts());
        assertEquals(90, Subset.balanced(whole, 1000).size());
        assertEquals(List.of("s0", "s70", "s88"), ids(Subset.balanced(whole, 3)));
    }

    @Test
    void aSubsetCannotNameSamplesThatAreNotThere() {
        Dataset whole = TestDatasets.of(3, 3);
        assertThrows(
                IndexOutOfBoundsException.class, () -> new Subset(whole, "some", List.of(0, 3)));
    }

    @Test
    void countsSamplesWithoutClassesApart() {
        Dataset some = TestDatasets.withLabels(List.of(List.of(), List.of(1), List.of(0, 1)));
        assertEquals(new ClassCounts(List.of(1, 2), 1), ClassCounts.of(some));
    }
}
