package fovea.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.checkpoint.Position;
import fovea.checkpoint.SaveException;
import fovea.checkpoint.Score;
import fovea.training.TrainEvent;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

class EventLogTest {
    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00.5Z");
    private static final long MILLI = 1_000_000;

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("events.jsonl");
    }

    private static TrainEvent.Stepped step(long step, int epoch) {
        return new TrainEvent.Stepped(TIME, step, epoch, 0.5 / step, 0.1, 100, 1);
    }

    private static TrainEvent.Validated validated(long step, int epoch) {
        return new TrainEvent.Validated(
                TIME,
                step,
                epoch,
                0.25,
                Map.of("loss", 0.5, "accuracy/top1", Double.NaN),
                List.of(List.of(1, 2), List.of(3, 4)),
                "predictions/epoch-0001.csv",
                true);
    }

    private static TrainEvent.Saved saved(long step, int epoch) {
        return new TrainEvent.Saved(TIME, step, epoch, "checkpoints/last.safetensors");
    }

    private static TrainEvent.Started started(long step) {
        return new TrainEvent.Started(
                TIME, step, 1, 2, 5, 20, 10, List.of("a", "b\n\"c\""), "CPU", 6, "accuracy/top1");
    }

    private void write(List<TrainEvent> events) {
        AtomicLong now = new AtomicLong();
        try (EventLog log = EventLog.append(file(), () -> now.addAndGet(60 * MILLI))) {
            events.forEach(log::on);
        }
    }

    @Test
    void everyKindOfEventIsReadAsItWasWritten() {
        List<TrainEvent> events =
                List.of(
                        started(0),
                        step(1, 1),
                        validated(5, 1),
                        saved(5, 1),
                        new TrainEvent.Warned(TIME, 5, "a.png", "broken", "replace it"),
                        new TrainEvent.Failed(TIME, 6, 2, "step 6", "loss is NaN", "lower lr"),
                        new TrainEvent.Finished(
                                TIME, 10, 2, TrainEvent.Outcome.CANCELLED, Double.NaN, 0, 1.5));
        write(events);
        assertEquals(events, EventReader.readAll(file()));
    }

    @Test
    void aLineIsOneJsonObjectWithTheEventsName() throws IOException {
        write(List.of(started(0), validated(5, 1)));
        List<String> lines = Files.readAllLines(file());
        assertEquals(2, lines.size());
        assertTrue(
                lines.getFirst()
                        .startsWith("{\"event\":\"started\",\"time\":\"2026-01-31T12:00:00.500Z\""),
                lines.getFirst());
        assertTrue(lines.getLast().contains("\"accuracy/top1\":\"NaN\""), lines.getLast());
    }

    @Test
    void fastUpdatesAreThinnedOutButTheLastBeforeAnotherEventIsKept() {
        AtomicLong now = new AtomicLong();
        try (EventLog log = EventLog.append(file(), now::get)) {
            for (int i = 1; i <= 1000; i++) {
                now.addAndGet(MILLI);
                log.on(step(i, 1));
            }
            log.on(validated(1000, 1));
            now.addAndGet(MILLI);
            log.on(step(1001, 2));
        }
        List<TrainEvent> events = EventReader.readAll(file());
        assertEquals(23, events.size());
        assertEquals(step(1, 1), events.getFirst());
        assertEquals(List.of(step(1000, 1), validated(1000, 1)), events.subList(20, 22));
        assertEquals(step(1001, 2), events.getLast());
    }

    @Test
    void slowUpdatesAreAllWritten() {
        write(LongStream.rangeClosed(1, 30).mapToObj(i -> (TrainEvent) step(i, 1)).toList());
        assertEquals(30, EventReader.readAll(file()).size());
    }

    @Test
    void continuingDropsWhatHappenedAfterTheCheckpointSoThatNoStepComesTwice() throws IOException {
        write(
                List.of(
                        started(0),
                        step(1, 1),
                        step(2, 1),
                        validated(2, 1),
                        saved(2, 1),
                        step(3, 2),
                        step(4, 2)));
        Files.writeString(file(), "{\"event\":\"stepped\",\"ti", StandardOpenOption.APPEND);
        Position checkpoint = new Position(2, 0, 2, 0, List.of(new Score(1, 0.5)), 1);
        try (EventLog log = EventLog.continueFrom(file(), checkpoint)) {
            log.on(started(2));
            log.on(step(3, 2));
        }
        assertEquals(
                List.of(
                        started(0),
                        step(1, 1),
                        step(2, 1),
                        validated(2, 1),
                        saved(2, 1),
                        started(2),
                        step(3, 2)),
                EventReader.readAll(file()));
    }

    @Test
    void aValidationThatTheCheckpointDoesNotKnowOfIsDropped() {
        write(List.of(started(0), step(2, 1), validated(2, 1)));
        Position beforeValidation = new Position(1, 2, 2, 1.0, List.of(), 1);
        EventLog.continueFrom(file(), beforeValidation).close();
        assertEquals(List.of(started(0), step(2, 1)), EventReader.readAll(file()));
    }

    @Test
    void aFullDiskIsToldWithTheWayOutAndClosingIsQuiet() {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "a device of Linux");
        try (EventLog log = EventLog.append(full)) {
            SaveException e = assertThrows(SaveException.class, () -> log.on(step(1, 1)));
            assertEquals("/dev/full", e.problem().place());
            assertTrue(e.problem().cause().contains("the log cannot be written"));
            assertTrue(e.problem().cure().contains("free some space"));
        }
    }
}
