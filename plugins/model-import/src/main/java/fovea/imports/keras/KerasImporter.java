package fovea.imports.keras;

import fovea.importing.ImportRequest;
import fovea.importing.ImportedNet;
import fovea.importing.ModelImporter;
import fovea.imports.Assembly;
import fovea.imports.CheckedZip;
import fovea.imports.LayerProblem;
import fovea.imports.NetDraft;
import fovea.problem.InvalidInputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reads sequential and functional image models that Keras 2 or 3 saved, as `.keras` or `.h5`.
/// Layers with code in them are refused; nothing of a file is ever run.
public final class KerasImporter implements ModelImporter {
    @Override
    public String name() {
        return "Keras (.keras, .h5)";
    }

    @Override
    public boolean recognises(Path file) {
        if (KerasFile.isHdf(file)) {
            return true;
        }
        if (!KerasFile.isZip(file)) {
            return false;
        }
        try (CheckedZip zip = CheckedZip.open(file)) {
            return zip.has(KerasFile.CONFIG) || zip.has(KerasFile.WEIGHTS);
        }
    }

    @Override
    public ImportedNet read(Path file, ImportRequest request) {
        try (KerasFile keras = KerasFile.open(file)) {
            NetDraft draft = new NetDraft(file.toString());
            KerasGraph graph = KerasGraph.of(keras.model(), draft);
            InputSize input = new InputSize(file, graph, request.size());
            for (KerasLayer layer : graph.layers()) {
                try {
                    Translation translation = translation(draft, layer, keras);
                    if (input.resizes(layer)) {
                        KerasLayers.resizeAtTheFront(translation);
                    } else {
                        KerasLayers.translate(translation);
                    }
                } catch (LayerProblem problem) {
                    draft.problem(layer.name(), problem);
                }
            }
            draft.requireNoProblems();
            Assembly.Source source =
                    new Assembly.Source(
                            "Keras " + keras.version(), bytes(file), input.size(), List.of());
            return Assembly.of(draft, graph.output(), source);
        }
    }

    private static Translation translation(NetDraft draft, KerasLayer layer, KerasFile keras) {
        return new Translation(draft, layer, keras.weights().of(layer), keras.major());
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw InvalidInputException.unreadable(file, e);
        }
    }
}
