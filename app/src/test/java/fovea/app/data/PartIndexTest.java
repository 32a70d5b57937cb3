package fovea.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.app.jobs.Control;
import fovea.dataset.Dataset;
import fovea.image.PixelImage;
import fovea.sample.ClassList;
import fovea.sample.ImageLabel;
import fovea.sample.Sample;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

class PartIndexTest {
    private static final PixelImage DOT = new PixelImage(1, 1, 1, new byte[1]);

    private final Dataset dataset =
            new Labelled(List.of(List.of(0), List.of(1, 2), List.of(), List.of(2)));
    private final PartIndex index = PartIndex.of("train", dataset, new Patient());

    @Test
    void everyClassOfASampleCounts() {
        assertEquals(List.of(1, 1, 2), index.counts());
    }

    @Test
    void aFilterLetsThroughWhatShowsAnyOfItsClasses() {
        assertEquals(List.of(0, 1, 2, 3), index.showing(Set.of()));
        assertEquals(List.of(1, 3), index.showing(Set.of(2)));
        assertEquals(List.of(0, 1), index.showing(Set.of(0, 1)));
    }

    @Test
    void goingThroughALargeDatasetCanBeCancelled() {
        Control impatient =
                new Patient() {
                    @Override
                    public void check() {
                        throw new CancellationException();
                    }
                };
        assertThrows(CancellationException.class, () -> PartIndex.of("train", dataset, impatient));
    }

    private static class Patient implements Control {
        @Override
        public void report(double done, double total) {}

        @Override
        public void say(String message) {}

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void check() {}
    }

    private record Labelled(List<List<Integer>> labels) implements Dataset {
        @Override
        public String name() {
            return "labelled";
        }

        @Override
        public ClassList classes() {
            return new ClassList(List.of("a", "b", "c"));
        }

        @Override
        public int size() {
            return labels.size();
        }

        @Override
        public Sample sample(int index) {
            return Sample.of("" + index, DOT, new ImageLabel(labels.get(index)));
        }
    }
}
