package fovea.app.runs;

import fovea.problem.InvalidInputException;
import fovea.run.RunFolder;
import fovea.run.RunState;
import fovea.run.RunStore;
import fovea.run.RunSummary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Lists the runs of a folder again and again, and looks again only at those whose files have
/// changed or that were running, so that a thousand old runs cost little. Used by one thread.
public final class RunListing {
    private final Path runs;
    private Map<Path, Seen> seen = new HashMap<>();

    public RunListing(Path runs) {
        this.runs = runs;
    }

    private record Seen(long stamp, RunSummary summary) {}

    /// The latest first.
    ///
    /// @throws InvalidInputException if the folder cannot be read
    public List<RunSummary> list() {
        if (!Files.exists(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            Map<Path, Seen> now = new HashMap<>();
            folders.filter(Files::isDirectory).forEach(path -> now.put(path, look(path)));
            seen = now;
        } catch (IOException e) {
            throw InvalidInputException.unreadable(runs, e);
        }
        return seen.values().stream()
                .map(Seen::summary)
                .sorted(
                        Comparator.comparing(RunSummary::started)
                                .thenComparing(RunSummary::name)
                                .reversed())
                .toList();
    }

    private Seen look(Path path) {
        RunFolder run = new RunFolder(path);
        long stamp = stamp(run.summary()) * 31 + stamp(run.owner()) * 7 + stamp(run.events());
        Seen before = seen.get(path);
        return before != null
                        && before.stamp() == stamp
                        && before.summary().state() != RunState.RUNNING
                ? before
                : new Seen(stamp, summary(run));
    }

    /// Whatever one run holds, the others are listed.
    private static RunSummary summary(RunFolder run) {
        try {
            return RunStore.summary(run);
        } catch (RuntimeException e) {
            return RunSummary.damaged(run, String.valueOf(e.getMessage()));
        }
    }

    private static long stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }
}
