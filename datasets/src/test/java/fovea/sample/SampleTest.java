package fovea.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.image.TestImages;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class SampleTest {
    @Test
    void labelsAreSortedDistinctAndEmptyWithoutTruth() {
        Sample sample = Sample.of("a", TestImages.flat(1, 1, 0), new ImageLabel(List.of(4, 1, 4)));
        assertEquals(List.of(1, 4), sample.labels());
        assertEquals(List.of(), sample.withTruth(List.of()).labels());
        assertEquals("a", sample.withImage(TestImages.flat(2, 2, 0)).id());
    }

    @Test
    void theBestClassIsTheFirstOfEqualScores() {
        assertEquals(1, new ClassScores(List.of(0.1f, 0.45f, 0.45f)).best());
    }

    @Test
    void classNamesMustBeDistinct() {
        assertThrows(IllegalArgumentException.class, () -> new ClassList(List.of("a", "a")));
        assertThrows(IllegalArgumentException.class, () -> new ClassList(List.of()));
    }

    @Test
    void derivedSeedsAreReproducibleAndDistinct() {
        Set<Seed> seeds = new HashSet<>();
        for (int epoch = 0; epoch < 100; epoch++) {
            for (int index = 0; index < 100; index++) {
                seeds.add(new Seed(1).at(epoch).at(index));
            }
        }
        assertEquals(10_000, seeds.size());
        assertEquals(new Seed(7).at(3), new Seed(7).at(3));
        assertEquals(new Seed(7).random().nextLong(), new Seed(7).random().nextLong());
    }

    @Test
    void problemsAreToldOneALine() {
        Problem one = new Problem("a.png", "it is empty", "copy it again");
        Problem two = new Problem("b.png", "it is gone", "");
        assertEquals(
                "a.png: it is empty; copy it again" + System.lineSeparator() + "b.png: it is gone",
                new InvalidInputException(List.of(one, two)).getMessage());
    }
}
