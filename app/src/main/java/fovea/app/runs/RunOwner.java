package fovea.app.runs;

import fovea.run.RunFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;

/// The process that trains into a folder, found by what it wrote there: for runs that another
/// window or the command line has started.
final class RunOwner {
    private RunOwner() {}

    static Optional<TrainerProcess.Child> of(RunFolder run) {
        try {
            String[] words = Files.readString(run.owner()).strip().split(" ");
            long started = Long.parseLong(words[1]);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> startMillis(process) == started)
                    .filter(process -> process.pid() != ProcessHandle.current().pid())
                    .map(Other::new);
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /// Numbers of processes are used again; their starts are not.
    private static long startMillis(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private record Other(ProcessHandle process) implements TrainerProcess.Child {
        @Override
        public boolean alive() {
            return process.isAlive();
        }

        @Override
        public void kill() {
            process.destroyForcibly();
        }
    }
}
