package fovea.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.problem.InvalidInputException;
import fovea.sample.Sample;
import fovea.sample.Seed;
import fovea.tensor.Batch;
import fovea.tensor.InputSpec;
import fovea.tensor.Layout;
import fovea.tensor.TargetEncoder;
import fovea.transform.BatchTransform;
import fovea.transform.ErasingFill;
import fovea.transform.Mixup;
import fovea.transform.Pipeline;
import fovea.transform.RandomCrop;
import fovea.transform.RandomErasing;
import fovea.transform.RandomFlip;
import fovea.transform.Resize;
import fovea.transform.Transform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

@Timeout(60)
final class DataLoaderTest {
    private static final int CLASSES = 3;
    private static final InputSpec INPUT = new InputSpec(1, 6, 6, List.of(0.5), List.of(0.25));
    private static final Pipeline AUGMENTED =
            new Pipeline(
                    List.of(
                            new RandomCrop(6, 6, 1),
                            new RandomFlip(0.5, 0.5),
                            new RandomErasing(
                                    0.5, List.of(0.1, 0.4), List.of(0.5, 2.0), ErasingFill.NOISE)));

    private static BatchRecipe recipe(Pipeline pipeline, BatchTransform... mixing) {
        return new BatchRecipe(pipeline, List.of(mixing), INPUT, TestDatasets.oneHot(CLASSES));
    }

    private static DataLoader loader(Dataset dataset, BatchRecipe recipe, int workers) {
        return new DataLoader(
                dataset, recipe, new LoaderSpec(8, workers, 2), Remainder.KEEP, new Seed(11));
    }

    private static DataLoader plain(Dataset dataset, int workers) {
        return loader(dataset, recipe(new Pipeline(List.of())), workers);
    }

    /// What a batch holds, copied out of the loader's memory.
    record Copy(List<String> ids, Map<String, List<Float>> tensors) {
        int values(String name) {
            return tensors.getOrDefault(name, List.of()).size();
        }

        static Copy of(Batch batch) {
            Map<String, List<Float>> tensors = new HashMap<>();
            batch.tensors()
                    .forEach(
                            (name, tensor) -> {
                                List<Float> values = new ArrayList<>();
                                for (float value : tensor.toArray()) {
                                    values.add(value);
                                }
                                tensors.put(name, values);
                            });
            return new Copy(batch.samples().stream().map(Sample::id).toList(), tensors);
        }
    }

    private static List<Copy> read(DataLoader loader, int epoch, Order order, int skip) {
        List<Copy> copies = new ArrayList<>();
        try (BatchIterator batches = loader.epoch(epoch, order, skip)) {
            while (batches.hasNext()) {
                try (Batch batch = batches.next()) {
                    copies.add(Copy.of(batch));
                }
            }
        }
        return copies;
    }

    private static List<String> ids(List<Copy> copies) {
        return copies.stream().flatMap(copy -> copy.ids().stream()).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void makesTheSameBatchesWhateverTheNumberOfWorkers(int workers) {
        Dataset dataset = TestDatasets.of(100, CLASSES, 17, 40, 41);
        BatchRecipe recipe = recipe(AUGMENTED, new Mixup(0.4));
        try (DataLoader alone = loader(dataset, recipe, 0);
                DataLoader helped = loader(dataset, recipe, workers)) {
            for (int epoch = 0; epoch < 3; epoch++) {
                assertEquals(
                        read(alone, epoch, Order.SHUFFLED, 0),
                        read(helped, epoch, Order.SHUFFLED, 0));
            }
        }
    }

    @Test
    void givesTheLaterBatchesWhenEarlierOnesAreSkipped() {
        BatchRecipe recipe = recipe(AUGMENTED, new Mixup(0.4));
        try (DataLoader loader = loader(TestDatasets.of(60, CLASSES), recipe, 2)) {
            List<Copy> whole = read(loader, 4, Order.SHUFFLED, 0);
            assertEquals(8, whole.size());
            for (int skip = 0; skip <= 8; skip++) {
                assertEquals(whole.subList(skip, 8), read(loader, 4, Order.SHUFFLED, skip));
            }
        }
    }

    @Test
    void visitsEverySampleOnceInAnotherOrderEachEpoch() {
        try (DataLoader loader = plain(TestDatasets.of(50, CLASSES), 2)) {
            List<String> first = ids(read(loader, 0, Order.SHUFFLED, 0));
            List<String> second = ids(read(loader, 1, Order.SHUFFLED, 0));
            assertNotEquals(first, second);
            assertEquals(50, new TreeSet<>(first).size());
            assertEquals(new TreeSet<>(first), new TreeSet<>(second));
            assertEquals(first, ids(read(loader, 0, Order.SHUFFLED, 0)));
            assertEquals("s0", ids(read(loader, 1, Order.SEQUENTIAL, 0)).getFirst());
        }
    }

    @Test
    void normalisesIntoChannelsLastMemory() {
        Dataset dataset = TestDatasets.of(2, 2);
        InputSpec colour = new InputSpec(3, 6, 6, List.of(0.1, 0.2, 0.3), List.of(1.0, 0.5, 0.25));
        BatchRecipe recipe =
                BatchRecipe.of(new Pipeline(List.of()), colour, TestDatasets.oneHot(2));
        try (Batch batch = recipe.batchOf(List.of(dataset.sample(1)))) {
            assertEquals(List.of(1, 3, 6, 6), batch.images().shape());
            assertEquals(Layout.CHANNELS_LAST, batch.images().layout());
            float[] values = batch.images().toArray();
            for (int i = 0; i < 36; i++) {
                double grey = ((1 + 31 * i) & 0xFF) / 255.0;
                assertEquals(grey - 0.1, values[3 * i], 1e-6);
                assertEquals((grey - 0.2) / 0.5, values[3 * i + 1], 1e-6);
                assertEquals((grey - 0.3) / 0.25, values[3 * i + 2], 1e-6);
            }
            assertEquals("[0.0, 1.0]", Arrays.toString(batch.tensor("label").toArray()));
        }
    }

    @Test
    void givesTheSamplesAsTheyAreInTheDataset() {
        Dataset dataset = TestDatasets.of(8, CLASSES);
        try (DataLoader loader = loader(dataset, recipe(AUGMENTED), 1);
                BatchIterator batches = loader.epoch(0, Order.SEQUENTIAL, 0);
                Batch batch = batches.next()) {
            for (int i = 0; i < 8; i++) {
                assertTrue(
                        Arrays.equals(
                                dataset.sample(i).image().load().pixels(),
                                batch.samples().get(i).image().load().pixels()));
            }
        }
    }

    @Test
    void dropsOrKeepsTheRemainder() {
        BatchRecipe recipe = recipe(new Pipeline(List.of()));
        LoaderSpec spec = new LoaderSpec(8, 0, 1);
        Dataset dataset = TestDatasets.of(20, CLASSES);
        try (DataLoader keep = new DataLoader(dataset, recipe, spec, Remainder.KEEP, new Seed(1));
                DataLoader drop =
                        new DataLoader(dataset, recipe, spec, Remainder.DROP, new Seed(1))) {
            assertEquals(3, keep.batchesPerEpoch());
            List<Copy> kept = read(keep, 0, Order.SHUFFLED, 0);
            assertEquals(4, kept.getLast().ids().size());
            assertEquals(4 * 36, kept.getLast().values(Batch.IMAGE));
            assertEquals(2, drop.batchesPerEpoch());
            assertEquals(kept.subList(0, 2), read(drop, 0, Order.SHUFFLED, 0));
        }
        Dataset few = TestDatasets.of(5, CLASSES);
        assertThrows(
                InvalidInputException.class,
                () -> new DataLoader(few, recipe, spec, Remainder.DROP, new Seed(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void replacesUnreadableSamplesInTrainingAndReportsEachOnce(int workers) {
        try (DataLoader loader = plain(TestDatasets.of(40, CLASSES, 6, 7, 39), workers)) {
            List<String> ids = ids(read(loader, 0, Order.SHUFFLED, 0));
            read(loader, 1, Order.SHUFFLED, 0);
            assertEquals(40, ids.size());
            assertEquals(37, new TreeSet<>(ids).size());
            assertEquals(3, ids.stream().filter("s8"::equals).count());
            assertEquals(2, ids.stream().filter("s0"::equals).count());
            assertEquals(3, loader.problems().size());
        }
    }

    @Test
    void leavesUnreadableSamplesOutOfAnEvaluation() {
        Integer[] firstBatch = {8, 9, 10, 11, 12, 13, 14, 15, 20};
        try (DataLoader loader = plain(TestDatasets.of(40, CLASSES, firstBatch), 2)) {
            List<Copy> copies = read(loader, 0, Order.SEQUENTIAL, 0);
            assertEquals(4, copies.size());
            assertEquals(31, new TreeSet<>(ids(copies)).size());
            assertEquals(7 * CLASSES, copies.get(1).values("label"));
            assertEquals(9, loader.problems().size());
        }
    }

    @Test
    void givesUpWhenNothingCanBeRead() {
        try (DataLoader loader = plain(TestDatasets.of(4, CLASSES, 0, 1, 2, 3), 1)) {
            InvalidInputException refused =
                    assertThrows(
                            InvalidInputException.class, () -> read(loader, 0, Order.SHUFFLED, 0));
            assertTrue(refused.toString().contains("none of 4 samples"), refused.toString());
        }
    }

    @Test
    void refusesImagesOfAnotherSizeWithTheCure() {
        BatchRecipe recipe = recipe(new Pipeline(List.of(new RandomCrop(5, 6, 0))));
        try (DataLoader loader = loader(TestDatasets.of(9, CLASSES), recipe, 2)) {
            InvalidInputException refused =
                    assertThrows(
                            InvalidInputException.class,
                            () -> read(loader, 0, Order.SEQUENTIAL, 0));
            assertEquals("s0", refused.problems().getFirst().place());
            assertTrue(refused.toString().contains("5×6"), refused.toString());
            assertTrue(refused.toString().contains("add a resize to 6×6"), refused.toString());
        }
        BatchRecipe resized = recipe(new Pipeline(List.of(Resize.to(5, 5), Resize.to(6, 6))));
        try (DataLoader loader = loader(TestDatasets.of(9, CLASSES), resized, 2)) {
            assertEquals(9, ids(read(loader, 0, Order.SEQUENTIAL, 0)).size());
        }
    }

    private record Failing(Throwable failure) implements Transform {
        @Override
        public Sample apply(Sample sample, Seed seed) {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void handsOnWhateverAWorkerThrows(int workers) {
        for (Throwable failure :
                List.of(new OutOfMemoryError("as a test"), new IllegalStateException("bug"))) {
            BatchRecipe recipe = recipe(new Pipeline(List.of(new Failing(failure))));
            try (DataLoader loader = loader(TestDatasets.of(100, CLASSES), recipe, workers)) {
                Throwable thrown =
                        assertThrows(failure.getClass(), () -> read(loader, 0, Order.SHUFFLED, 0));
                assertEquals(failure, thrown);
            }
        }
    }

    /// Counts the samples it lets through, and holds them at a gate.
    private record Gate(CountDownLatch open, AtomicInteger passed) implements Transform {
        @Override
        public Sample apply(Sample sample, Seed seed) {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            passed.incrementAndGet();
            return sample;
        }
    }

    @Test
    void stopsItsWorkersAfterTheirSampleWhenClosedEarly() {
        Gate gate = new Gate(new CountDownLatch(1), new AtomicInteger());
        BatchRecipe recipe = recipe(new Pipeline(List.of(gate)));
        DataLoader loader = loader(TestDatasets.of(1000, CLASSES), recipe, 2);
        loader.epoch(0, Order.SHUFFLED, 0).close();
        gate.open().countDown();
        loader.close();
        assertTrue(gate.passed().get() <= 2, gate.passed() + " samples were still made");
    }

    @Test
    void makesNoMoreBatchesAheadThanAskedFor() {
        Gate gate = new Gate(new CountDownLatch(0), new AtomicInteger());
        BatchRecipe recipe = recipe(new Pipeline(List.of(gate)));
        DataLoader loader = loader(TestDatasets.of(1000, CLASSES), recipe, 2);
        BatchIterator batches = loader.epoch(0, Order.SHUFFLED, 0);
        Batch held = batches.next();
        int passed = settled(gate.passed());
        assertTrue(passed <= 3 * 8, "with prefetch 2: " + passed);
        loader.close();
        held.close();
        assertThrows(CancellationException.class, batches::hasNext);
        batches.close();
    }

    /// The count once it has stood still for a fifth of a second.
    private static int settled(AtomicInteger count) {
        int before = -1;
        while (before != count.get()) {
            before = count.get();
            LockSupport.parkNanos(200_000_000);
        }
        return before;
    }

    @Test
    void saysSoInsteadOfHangingWhenNoBatchIsClosed() {
        try (DataLoader loader = plain(TestDatasets.of(100, CLASSES), 1);
                BatchIterator batches = loader.epoch(0, Order.SHUFFLED, 0)) {
            Batch first = batches.next();
            batches.next();
            batches.next();
            assertThrows(IllegalStateException.class, batches::next);
            first.close();
            first.close();
            assertTrue(batches.hasNext());
        }
    }

    @Test
    void usesTheMemoryOfClosedBatchesAgain() {
        TreeSet<Integer> memories = new TreeSet<>();
        try (DataLoader loader = plain(TestDatasets.of(400, CLASSES), 0);
                BatchIterator batches = loader.epoch(0, Order.SHUFFLED, 0)) {
            while (batches.hasNext()) {
                try (Batch batch = batches.next()) {
                    memories.add(System.identityHashCode(batch.images()));
                }
            }
        }
        assertEquals(1, memories.size());
    }

    @Test
    void endsWhenTheConsumerIsInterrupted() {
        Gate gate = new Gate(new CountDownLatch(1), new AtomicInteger());
        BatchRecipe recipe = recipe(new Pipeline(List.of(gate)));
        try (DataLoader loader = loader(TestDatasets.of(100, CLASSES), recipe, 1);
                BatchIterator batches = loader.epoch(0, Order.SHUFFLED, 0)) {
            Thread.currentThread().interrupt();
            assertThrows(CancellationException.class, batches::hasNext);
            assertTrue(Thread.interrupted());
            assertFalse(batches.hasNext());
            gate.open().countDown();
        }
    }

    @Test
    void refusesBatchesTooLargeForTheirMemory() {
        InputSpec large = new InputSpec(3, 8192, 8192, List.of(0.5), List.of(0.5));
        BatchRecipe recipe =
                BatchRecipe.of(new Pipeline(List.of()), large, TestDatasets.oneHot(CLASSES));
        assertThrows(
                InvalidInputException.class, () -> loader(TestDatasets.of(9, CLASSES), recipe, 0));
    }

    @Test
    void predictsFromSamplesWithoutTruth() {
        Sample unknown = TestDatasets.of(1, 1).sample(0).withTruth(List.of());
        BatchRecipe recipe = BatchRecipe.of(new Pipeline(List.of()), INPUT, TargetEncoder.none());
        try (Batch batch = recipe.batchOf(List.of(unknown, unknown))) {
            assertEquals(2, batch.size());
            assertEquals(List.of(Batch.IMAGE), List.copyOf(batch.tensors().keySet()));
        }
    }
}
