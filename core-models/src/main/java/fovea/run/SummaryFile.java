package fovea.run;

import fovea.checkpoint.AtomicFile;
import fovea.training.Hook;
import fovea.training.TrainEvent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Keeps `summary.json` up to date. A validation or the run's begin and end change it, updates do
/// not.
final class SummaryFile implements Hook {
    private final Path file;
    private RunFacts facts;

    /// @param facts what the events before amount to
    SummaryFile(Path file, RunFacts facts) {
        this.file = file;
        this.facts = facts;
    }

    /// Empty if it is missing or damaged.
    static Optional<RunFacts> read(Path file) {
        try {
            return Optional.ofNullable(
                    EventJson.JSON.readValue(Files.readAllBytes(file), RunFacts.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void on(TrainEvent event) {
        RunFacts before = facts;
        facts = facts.after(event);
        if (!facts.equals(before)) {
            write(file, facts);
        }
    }

    static void write(Path file, RunFacts facts) {
        AtomicFile.write(file, out -> out.write(ByteBuffer.wrap(json(facts))));
    }

    private static byte[] json(RunFacts facts) {
        try {
            return EventJson.JSON.writeValueAsBytes(facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
