package fovea.run;

import fovea.checkpoint.AtomicFile;
import fovea.checkpoint.Checkpoint;
import fovea.checkpoint.Origin;
import fovea.checkpoint.Position;
import fovea.checkpoint.SaveException;
import fovea.checkpoint.TrainedWeights;
import fovea.engine.TrainingState;
import fovea.experiment.ExperimentWriter;
import fovea.graph.Graph;
import fovea.model.ModelContext;
import fovea.problem.FileFailure;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;
import fovea.training.TrainEvent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes a run folder of a net that was trained elsewhere, which is then tested, predicted with and
/// fine-tuned like any other.
public final class ImportedRun {
    private static final int LONGEST_EXPERIMENT = 1 << 20;

    private ImportedRun() {}

    /// Writes the folder as a whole or not at all.
    ///
    /// @throws InvalidInputException if there is something in the folder, or the weights do not fit
    ///   the net
    /// @throws SaveException if it cannot be written
    public static RunFolder write(Path target, ImportedModel model) {
        requireFree(target);
        String text = ExperimentWriter.format(model.experiment());
        check(target, model, text);
        Path unfinished = target.resolveSibling("." + target.getFileName() + ".importing");
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            remove(unfinished);
            fill(new RunFolder(unfinished), model, text);
            Files.deleteIfExists(target);
            Files.move(unfinished, target);
        } catch (IOException e) {
            throw new SaveException(
                    new Problem(
                            target.toString(),
                            "the run folder cannot be made (" + FileFailure.reason(e) + ")",
                            "check the disk and the right to write there, or name another folder"),
                    e);
        } finally {
            discard(unfinished);
        }
        return new RunFolder(target);
    }

    private static void requireFree(Path target) {
        try (Stream<Path> inside = Files.isDirectory(target) ? Files.list(target) : Stream.of()) {
            if (inside.findAny().isPresent() || Files.isRegularFile(target)) {
                throw InvalidInputException.of(
                        target.toString(),
                        "something is already there",
                        "name a folder that is not there yet");
            }
        } catch (IOException e) {
            throw InvalidInputException.unreadable(target, e);
        }
    }

    private static void check(Path target, ImportedModel model, String text) {
        ModelContext context = new ModelContext(model.classes(), model.experiment().data().input());
        Graph graph = model.experiment().model().graph(context);
        TrainedWeights.checkFits(target, model.weights(), graph);
        if (text.length() > LONGEST_EXPERIMENT) {
            throw InvalidInputException.of(
                    target.toString(),
                    "the net has so many layers that its experiment is longer than 1 MiB",
                    "import a smaller net");
        }
    }

    private static void fill(RunFolder run, ImportedModel model, String text) {
        byte[] experiment = text.getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(run.experiment(), out -> out.write(ByteBuffer.wrap(experiment)));
        Map<String, String> facts =
                new LinkedHashMap<>(Environment.current("import", model.origin()).entries());
        new Environment(facts).save(run.environment());
        TrainingState state = new TrainingState(model.weights(), Map.of(), Optional.empty(), 0);
        new Checkpoint(state, Position.start(), new Origin(text, model.classes().names()))
                .save(run.bestCheckpoint());
        SummaryFile.write(run.summary(), RunFacts.NONE.imported(Instant.now()));
        if (!model.notes().isEmpty()) {
            tell(run, model.notes());
        }
    }

    private static void tell(RunFolder run, List<Problem> notes) {
        try (EventLog log = EventLog.append(run.events())) {
            for (Problem note : notes) {
                log.on(
                        new TrainEvent.Warned(
                                Instant.now(), 0, note.place(), note.cause(), note.cure()));
            }
        }
    }

    private static void discard(Path folder) {
        try {
            remove(folder);
        } catch (IOException e) {
            return;
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
