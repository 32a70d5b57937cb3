package fovea.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.app.runs.LogTail.News;
import fovea.run.EventReader.Continuity;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

@SuppressWarnings("NullAway.Init")
class LogTailTest {
    @TempDir Path folder;

    private Path file;
    private LogTail tail;

    @BeforeEach
    void follow() {
        file = folder.resolve("log.txt");
        tail = new LogTail(file);
    }

    @Test
    void onlyWhatIsNewIsReadFromTheBeginningOfTheLineThatWasUnfinished() throws IOException {
        assertEquals(Optional.empty(), tail.poll());
        assertFalse(tail.found());
        Files.writeString(file, "a\nb");
        assertEquals(Optional.of(new News(Continuity.CONTINUED, List.of("a", "b"))), tail.poll());
        assertTrue(tail.found());
        assertEquals(Optional.empty(), tail.poll());
        Files.writeString(file, "c\r\nü\n", StandardOpenOption.APPEND);
        assertEquals(
                Optional.of(new News(Continuity.CONTINUED, List.of("bc", "ü", ""))), tail.poll());
    }

    @Test
    void ofMuchOnlyTheEndIsReadInWholeLines() throws IOException {
        Files.writeString(file, "0123456789\n".repeat(20_000));
        News news = tail.poll().orElseThrow();
        assertEquals(Continuity.REWRITTEN, news.continuity());
        assertEquals("0123456789", news.lines().getFirst());
        assertEquals((64 << 10) / 11 + 1, news.lines().size());
    }

    @Test
    void aFileThatHasShrunkIsReadAnew() throws IOException {
        Files.writeString(file, "long ago\n");
        tail.poll();
        Files.writeString(file, "new\n");
        assertEquals(Optional.of(new News(Continuity.REWRITTEN, List.of("new", ""))), tail.poll());
    }
}
