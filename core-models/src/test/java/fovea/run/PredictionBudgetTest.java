package fovea.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.training.TrainEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class PredictionBudgetTest {
    @TempDir private Path folder;

    private TrainEvent validated(int epoch, boolean best) throws IOException {
        Path file = new RunFolder(folder).predictions(epoch);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, new byte[100]);
        return new TrainEvent.Validated(
                Instant.EPOCH, epoch, epoch, 1, Map.of(), List.of(), file.toString(), best);
    }

    private List<Integer> kept() {
        RunFolder run = new RunFolder(folder);
        return IntStream.rangeClosed(1, 20)
                .filter(epoch -> Files.exists(run.predictions(epoch)))
                .boxed()
                .toList();
    }

    @Test
    void theOldestGoFirstButTheBestStays() throws IOException {
        PredictionBudget budget = new PredictionBudget(new RunFolder(folder), 350, 0);
        for (int epoch = 1; epoch <= 9; epoch++) {
            budget.on(validated(epoch, epoch <= 2));
        }
        assertEquals(List.of(2, 7, 8, 9), kept());
        budget.on(validated(10, true));
        assertEquals(List.of(8, 9, 10), kept());
    }

    @Test
    void theLatestStaysHoweverLargeItIs() throws IOException {
        PredictionBudget budget = new PredictionBudget(new RunFolder(folder), 10, 1);
        validated(1, true);
        budget.on(validated(2, false));
        budget.on(validated(3, false));
        assertEquals(List.of(1, 3), kept());
    }
}
