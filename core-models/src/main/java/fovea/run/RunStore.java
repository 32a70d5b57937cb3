package fovea.run;

import fovea.checkpoint.SaveException;
import fovea.problem.FileFailure;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder of run folders.
public record RunStore(Path runs) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    /// Makes a new folder `<experiment>-<yyyyMMdd-HHmmss>[-n]`.
    ///
    /// @throws SaveException if it cannot be made
    public RunFolder create(String experiment) {
        return create(experiment, LocalDateTime.now(ZoneId.systemDefault()));
    }

    RunFolder create(String experiment, LocalDateTime time) {
        String name = experiment + "-" + STAMP.format(time);
        try {
            Files.createDirectories(runs);
            for (int n = 1; ; n++) {
                Path candidate = runs.resolve(n == 1 ? name : name + "-" + n);
                if (claim(candidate)) {
                    return new RunFolder(candidate);
                }
            }
        } catch (IOException e) {
            Problem problem =
                    new Problem(
                            runs.toString(),
                            "no run folder can be made there (" + FileFailure.reason(e) + ")",
                            "check the disk and the right to write there, or name another folder");
            throw new SaveException(problem, e);
        }
    }

    private static boolean claim(Path candidate) throws IOException {
        try {
            Files.createDirectory(candidate);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /// The run of a name, or of a path.
    ///
    /// @throws InvalidInputException if there is none
    public RunFolder find(String nameOrPath) {
        return Stream.of(runs.resolve(nameOrPath), Path.of(nameOrPath))
                .filter(path -> Files.isRegularFile(new RunFolder(path).experiment()))
                .findFirst()
                .map(RunFolder::new)
                .orElseThrow(
                        () ->
                                InvalidInputException.of(
                                        nameOrPath,
                                        "there is no run with an experiment.yaml there nor in "
                                                + runs.toAbsolutePath(),
                                        "name a run's folder"));
    }

    /// Every run, the latest first. Folders that cannot be read are listed as damaged.
    ///
    /// @throws InvalidInputException if the folder of runs itself cannot be read
    public List<RunSummary> list() {
        if (!Files.exists(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> summary(new RunFolder(folder)))
                    .sorted(
                            Comparator.comparing(RunSummary::started)
                                    .thenComparing(RunSummary::name)
                                    .reversed())
                    .toList();
        } catch (IOException e) {
            throw InvalidInputException.unreadable(runs, e);
        }
    }

    /// How a run stands.
    public static RunSummary summary(RunFolder run) {
        Optional<RunFacts> facts = SummaryFile.read(run.summary()).or(() -> replay(run));
        RunState ended = facts.map(RunFacts::state).orElse(RunState.RUNNING);
        if (ended != RunState.RUNNING) {
            return RunSummary.of(run, facts.orElse(RunFacts.NONE), ended);
        }
        if (RunLock.held(run)) {
            return RunSummary.of(run, facts.orElse(RunFacts.NONE), RunState.RUNNING);
        }
        return facts.map(known -> RunSummary.of(run, known, RunState.INTERRUPTED))
                .orElseGet(() -> RunSummary.damaged(run, "it holds no events of a run"));
    }

    private static Optional<RunFacts> replay(RunFolder run) {
        try {
            RunFacts facts = RunFacts.of(EventReader.readAll(run.events()));
            return facts.equals(RunFacts.NONE) ? Optional.empty() : Optional.of(facts);
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }
}
