package fovea.app.data;

import fovea.app.jobs.Control;
import fovea.dataset.DatasetParts;
import fovea.dataset.format.Datasets;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A dataset as the room works with it.
///
/// @param source the folder or file it was opened from
record OpenedDataset(Path source, List<PartIndex> parts) {
    OpenedDataset {
        parts = List.copyOf(parts);
    }

    /// Opens and goes through a dataset; blocks.
    static OpenedDataset open(Path source, Control control) {
        DatasetParts opened = Datasets.open(source);
        List<PartIndex> parts = new ArrayList<>();
        opened.parts().forEach((name, dataset) -> parts.add(PartIndex.of(name, dataset, control)));
        if (parts.isEmpty()) {
            throw InvalidInputException.of(
                    source.toString(), "it holds no part", "name the folder of a dataset");
        }
        return new OpenedDataset(source, parts);
    }

    String name() {
        Path file = source.toAbsolutePath().normalize().getFileName();
        return file == null ? source.toString() : file.toString();
    }

    List<Problem> problems() {
        return parts.stream().flatMap(part -> part.dataset().problems().stream()).toList();
    }
}
