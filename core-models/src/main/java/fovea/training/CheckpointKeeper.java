package fovea.training;

import fovea.checkpoint.AtomicFile;
import fovea.checkpoint.Checkpoint;
import fovea.checkpoint.CheckpointFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Saves checkpoints: the last, the best, and those of the last epochs.
final class CheckpointKeeper {
    private final CheckpointFolder folder;
    private final int keep;

    CheckpointKeeper(CheckpointFolder folder, int keep) {
        this.folder = folder;
        this.keep = keep;
    }

    /// Saves where the run stopped within an epoch.
    List<String> saveLast(Checkpoint checkpoint) {
        return save(checkpoint, List.of(folder.last()));
    }

    /// Saves after an epoch.
    ///
    /// @return the files, relative to the run folder
    List<String> saveEpoch(Checkpoint checkpoint, int epoch, Standing standing) {
        List<Path> files = new ArrayList<>();
        if (standing == Standing.BEST) {
            files.add(folder.best());
        }
        if (keep > 0) {
            files.add(folder.epoch(epoch));
        }
        files.add(folder.last());
        List<String> saved = save(checkpoint, files);
        if (keep > 0) {
            prune(epoch - keep);
        }
        return saved;
    }

    /// The last checkpoint is replaced at the end, so that a run killed in between resumes from
    /// before and saves the others again.
    private List<String> save(Checkpoint checkpoint, List<Path> files) {
        checkpoint.save(files.getFirst());
        files.stream().skip(1).forEach(file -> AtomicFile.copy(files.getFirst(), file));
        return files.stream().map(this::name).toList();
    }

    private String name(Path file) {
        return folder.path().getFileName() + "/" + file.getFileName();
    }

    private void prune(int newestToDrop) {
        try {
            for (int epoch = newestToDrop; epoch > 0; epoch--) {
                if (!Files.deleteIfExists(folder.epoch(epoch))) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
