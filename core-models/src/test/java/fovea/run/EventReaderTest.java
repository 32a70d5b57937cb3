package fovea.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.run.EventReader.Continuity;
import fovea.training.TrainEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

class EventReaderTest {
    @TempDir private Path folder;

    private Path file = Path.of("");
    private EventReader reader = new EventReader(file);

    @BeforeEach
    void open() {
        file = folder.resolve("events.jsonl");
        reader = new EventReader(file);
    }

    private static TrainEvent step(long step) {
        return new TrainEvent.Stepped(Instant.ofEpochSecond(step), step, 1, 1, 1, 1, 1);
    }

    private void append(byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    void nothingIsThereBeforeTheRunBegins() {
        assertEquals(List.of(), reader.poll().events());
    }

    @Test
    void givesNewEventsOnce() throws IOException {
        append(EventJson.line(step(1)));
        assertEquals(List.of(step(1)), reader.poll().events());
        assertEquals(List.of(), reader.poll().events());
        append(EventJson.line(step(2)));
        append(EventJson.line(step(3)));
        assertEquals(List.of(step(2), step(3)), reader.poll().events());
    }

    @Test
    void waitsForTheRestOfATornLine() throws IOException {
        byte[] line = EventJson.line(step(1));
        for (byte b : line) {
            assertEquals(List.of(), reader.poll().events());
            append(new byte[] {b});
        }
        assertEquals(List.of(step(1)), reader.poll().events());
    }

    @Test
    void leavesOutLinesThatAreNoEvents() throws IOException {
        append(
                "rubbish\n{\"event\":\"of-a-later-version\",\"step\":1}\n[]\nnull\n\n"
                        .getBytes(StandardCharsets.UTF_8));
        append(EventJson.line(step(1)));
        assertEquals(List.of(step(1)), reader.poll().events());
    }

    @Test
    void leavesOutEventsThatLackWhatTheyMustHave() throws IOException {
        String validated =
                "{\"event\":\"validated\",\"time\":\"2026-01-31T12:00:00Z\",\"step\":1,"
                        + "\"epoch\":1,\"trainLoss\":1,\"metrics\":{\"loss\":1.5},"
                        + "\"confusion\":[[1]],\"predictions\":\"\",\"best\":true}\n";
        append(validated.getBytes(StandardCharsets.UTF_8));
        assertEquals(1, reader.poll().events().size());
        append(
                ("{\"event\":\"validated\",\"epoch\":1}\n{\"event\":\"stepped\",\"step\":21}\n"
                                + validated.replace("1.5", "null")
                                + validated.replace("[[1]]", "[[null]]")
                                + validated.replace("[[1]]", "[null]")
                                + validated.replace("\"epoch\":1", "\"epoch\":null")
                                + validated.replace("\"predictions\":\"\",", ""))
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), reader.poll().events());
    }

    @Test
    void tellsWhenTheFileWasRewrittenShorter() throws IOException {
        append(EventJson.line(step(1)));
        append(EventJson.line(step(2)));
        assertEquals(Continuity.CONTINUED, reader.poll().continuity());
        Files.write(file, EventJson.line(step(1)));
        assertEquals(new EventReader.News(Continuity.REWRITTEN, List.of(step(1))), reader.poll());
        assertEquals(Continuity.CONTINUED, reader.poll().continuity());
    }

    @Test
    void tellsWhenTheFileWasRewrittenAndHasGrownBeyondWhereItWas() throws IOException {
        append(EventJson.line(step(1)));
        append(EventJson.line(step(2)));
        reader.poll();
        Files.write(file, EventJson.line(step(1)));
        for (int i = 5; i < 20; i++) {
            append(EventJson.line(step(i)));
        }
        EventReader.News news = reader.poll();
        assertEquals(Continuity.REWRITTEN, news.continuity());
        assertEquals(16, news.events().size());
    }

    @Test
    void readsLinesLongerThanItsBuffer() throws IOException {
        TrainEvent longOne =
                new TrainEvent.Warned(Instant.EPOCH, 1, "x".repeat(3_000_000), "cause", "cure");
        append(EventJson.line(step(1)));
        append(EventJson.line(longOne));
        append(EventJson.line(step(2)));
        assertEquals(List.of(step(1), longOne, step(2)), reader.poll().events());
    }

    @Test
    void readsManyEvents() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < 20_000; i++) {
            bytes.write(EventJson.line(step(i)));
        }
        append(bytes.toByteArray());
        List<TrainEvent> events = reader.poll().events();
        assertEquals(20_000, events.size());
        assertTrue(events.getLast() instanceof TrainEvent.Stepped s && s.step() == 19_999);
    }
}
