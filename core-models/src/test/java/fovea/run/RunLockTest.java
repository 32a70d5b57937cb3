package fovea.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.problem.InvalidInputException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class RunLockTest {
    @TempDir private Path root;

    /// Holds a lock until its input ends.
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws IOException {
            try (RunLock _ = RunLock.acquire(new RunFolder(Path.of(args[0])))) {
                System.out.println("locked");
                int ended = System.in.read();
                System.out.println(ended);
            }
        }
    }

    private RunFolder run() {
        return new RunFolder(root);
    }

    @Test
    void aSecondRunInThisProcessIsRefusedAndTheFirstKeepsTheLock() {
        try (RunLock _ = RunLock.acquire(run())) {
            InvalidInputException e =
                    assertThrows(InvalidInputException.class, () -> RunLock.acquire(run()));
            assertTrue(
                    String.valueOf(e.getMessage())
                            .contains("process " + ProcessHandle.current().pid()));
            assertTrue(RunLock.held(run()));
        }
        assertFalse(RunLock.held(run()));
        RunLock.acquire(run()).close();
    }

    @Test
    void anotherProcessIsNamedAndItsDeathFreesTheFolder() throws Exception {
        Process holder =
                TestProcesses.start(
                        Holder.class,
                        List.of(root.toString()),
                        RunLock.class,
                        InvalidInputException.class);
        try (var out = holder.inputReader(StandardCharsets.UTF_8)) {
            assertTrue(String.valueOf(out.readLine()).startsWith("locked"));
            assertTrue(RunLock.held(run()));
            InvalidInputException e =
                    assertThrows(InvalidInputException.class, () -> RunLock.acquire(run()));
            assertEquals(
                    "process " + holder.pid() + " is already training into this folder",
                    e.problems().getFirst().cause());
            assertTrue(RunLock.held(run()));
        } finally {
            holder.destroyForcibly();
        }
        holder.waitFor();
        assertTrue(Files.exists(run().owner()));
        assertFalse(RunLock.held(run()));
        RunLock.acquire(run()).close();
    }
}
