package fovea.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.problem.Problem;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class DataWarningsTest {
    private final List<Problem> told = new ArrayList<>();
    private final DataWarnings warnings = new DataWarnings("training data", told::add);

    private static List<Problem> problems(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Problem("file" + i, "bad", "")).toList();
    }

    @Test
    void tellsEachProblemOnce() {
        warnings.update(problems(2));
        warnings.update(problems(2));
        warnings.update(problems(3));
        assertEquals(problems(3), told);
    }

    @Test
    void countsThoseBeyondTheFirstTwenty() {
        warnings.update(problems(19));
        warnings.update(problems(45));
        assertEquals(21, told.size());
        assertEquals("25 more entries could not be used, 45 in all", told.getLast().cause());
        warnings.update(problems(45));
        assertEquals(21, told.size());
        warnings.update(problems(46));
        assertEquals("1 more entries could not be used, 46 in all", told.getLast().cause());
    }
}
