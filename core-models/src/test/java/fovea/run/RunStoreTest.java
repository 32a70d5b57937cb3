package fovea.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.checkpoint.SaveException;
import fovea.problem.InvalidInputException;
import fovea.training.TrainEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class RunStoreTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 31, 12, 0, 5);

    @TempDir private Path folder;

    private RunStore store() {
        return new RunStore(folder.resolve("runs"));
    }

    private static List<TrainEvent> events(long second, TrainEvent... end) {
        Instant time = Instant.ofEpochSecond(second);
        List<TrainEvent> events =
                new ArrayList<>(
                        List.of(
                                new TrainEvent.Started(
                                        time, 0, 1, 9, 5, 20, 10, List.of("a"), "CPU", 6, "top1"),
                                validated(time, 1, 50, true),
                                validated(time, 2, 70, true),
                                validated(time, 3, 60, false)));
        events.addAll(List.of(end));
        return events;
    }

    private static TrainEvent validated(Instant time, int epoch, double top1, boolean best) {
        return new TrainEvent.Validated(
                time, epoch * 5L, epoch, 0.5, Map.of("top1", top1), List.of(), "", best);
    }

    private static TrainEvent finished(TrainEvent.Outcome outcome) {
        return new TrainEvent.Finished(Instant.EPOCH, 15, 3, outcome, 70, 2, 1);
    }

    private RunFolder run(String name, List<TrainEvent> events) throws IOException {
        RunFolder run = new RunFolder(Files.createDirectories(store().runs().resolve(name)));
        SummaryFile summary = new SummaryFile(run.summary(), RunFacts.NONE);
        events.forEach(summary::on);
        return run;
    }

    @Test
    void aFolderIsNamedAfterExperimentAndTimeAndNeverUsedTwice() {
        assertEquals("x-20260131-120005", store().create("x", TIME).name());
        assertEquals("x-20260131-120005-2", store().create("x", TIME).name());
        assertEquals("x-20260131-120005-3", store().create("x", TIME).name());
    }

    @Test
    void aStoreThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(folder.resolve("runs"), "a file");
        SaveException e = assertThrows(SaveException.class, () -> store().create("x", TIME));
        assertTrue(e.problem().place().endsWith("runs"));
    }

    @Test
    void listsRunsWithTheirStateTheLatestFirst() throws IOException {
        run("a", events(100, finished(TrainEvent.Outcome.COMPLETED)));
        run("b", events(200, finished(TrainEvent.Outcome.CANCELLED)));
        run("c", events(300, new TrainEvent.Failed(Instant.EPOCH, 16, 4, "step 16", "NaN", "")));
        run("d", events(400));
        RunFolder running = run("e", events(500));
        run("f", events(600, finished(TrainEvent.Outcome.STOPPED_EARLY)));
        try (RunLock _ = RunLock.acquire(running)) {
            List<RunSummary> runs = store().list();
            assertEquals(
                    List.of("f", "e", "d", "c", "b", "a"),
                    runs.stream().map(RunSummary::name).toList());
            assertEquals(
                    List.of(
                            RunState.COMPLETED,
                            RunState.RUNNING,
                            RunState.INTERRUPTED,
                            RunState.FAILED,
                            RunState.CANCELLED,
                            RunState.COMPLETED),
                    runs.stream().map(RunSummary::state).toList());
        }
    }

    @Test
    void aSummaryTellsEpochsAndTheBestValue() throws IOException {
        RunSummary summary = RunStore.summary(run("a", events(100)));
        assertEquals(3, summary.epoch());
        assertEquals(9, summary.epochs());
        assertEquals("top1", summary.primaryMetric());
        assertEquals(70, summary.bestValue());
        assertEquals(2, summary.bestEpoch());
        assertEquals(Instant.ofEpochSecond(100), summary.started());
    }

    @Test
    void withoutASummaryTheEventsAreRead() throws IOException {
        RunFolder run = run("a", List.of());
        try (EventLog log = EventLog.append(run.events())) {
            events(100, finished(TrainEvent.Outcome.COMPLETED)).forEach(log::on);
        }
        Files.writeString(run.summary(), "{ torn");
        assertEquals(RunState.COMPLETED, RunStore.summary(run).state());
        assertEquals(70, RunStore.summary(run).bestValue());
    }

    @Test
    void aFolderWithoutARunIsListedAsDamagedAndAFileIsNotListed() throws IOException {
        Files.createDirectories(store().runs().resolve("empty"));
        Files.writeString(store().runs().resolve("note.txt"), "x");
        List<RunSummary> runs = store().list();
        assertEquals(1, runs.size());
        assertEquals(RunState.DAMAGED, runs.getFirst().state());
        assertTrue(Double.isNaN(runs.getFirst().bestValue()));
    }

    @Test
    void aRunIsFoundByNameAndByPath() throws IOException {
        RunFolder run = run("a", List.of());
        Files.writeString(run.experiment(), "name: x");
        assertEquals(run, store().find("a"));
        assertEquals(run, store().find(run.root().toString()));
        assertThrows(InvalidInputException.class, () -> store().find("b"));
    }
}
