package fovea.imports.dl4j;

import fovea.importing.ImageSize;
import fovea.importing.ImportRequest;
import fovea.importing.ImportedNet;
import fovea.importing.ModelImporter;
import fovea.imports.Assembly;
import fovea.imports.CheckedZip;
import fovea.imports.NetDraft;
import fovea.problem.InvalidInputException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads image nets that Deeplearning4j 1.0.0 saved: `MultiLayerNetwork` and `ComputationGraph`.
/// The archive's numbers are read in ND4J's own binary form; no Java object in it is ever read.
public final class Dl4jImporter implements ModelImporter {
    @Override
    public String name() {
        return "Deeplearning4j (.zip)";
    }

    @Override
    public boolean recognises(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(2);
            if (start.length < 2 || start[0] != 'P' || start[1] != 'K') {
                return false;
            }
        } catch (IOException e) {
            throw InvalidInputException.unreadable(file, e);
        }
        try (CheckedZip zip = CheckedZip.open(file)) {
            return zip.has(Dl4jArchive.CONFIGURATION) || zip.has(Dl4jArchive.COEFFICIENTS);
        }
    }

    @Override
    public ImportedNet read(Path file, ImportRequest request) {
        Dl4jArchive archive = Dl4jArchive.open(file);
        NetDraft draft = new NetDraft(file.toString());
        Parameters parameters = archive.parameters();
        Dl4jNet net = Dl4jNet.of(archive.configuration(), draft, parameters);
        draft.requireNoProblems();
        if (parameters.left() > 0) {
            throw InvalidInputException.of(
                    file.toString(),
                    "%d of its %d numbers belong to no layer"
                            .formatted(parameters.left(), parameters.count()),
                    "save the model again with Deeplearning4j 1.0.0");
        }
        long bytes = (long) Float.BYTES * parameters.count();
        ImageSize size = size(file, net, request.size());
        return Assembly.of(
                draft, net.output(), new Assembly.Source("Deeplearning4j", bytes, size, List.of()));
    }

    /// The file tells the size only where the net takes images as vectors.
    private static ImageSize size(Path file, Dl4jNet net, Optional<ImageSize> wanted) {
        Optional<ImageSize> told = net.size();
        if (told.isPresent() && wanted.isPresent() && !told.equals(wanted)) {
            throw InvalidInputException.of(
                    file.toString(),
                    "the net takes images of %s, and --size says otherwise".formatted(told.get()),
                    "leave out --size");
        }
        return told.or(() -> wanted)
                .orElseThrow(
                        () ->
                                InvalidInputException.of(
                                        file.toString(),
                                        "the file does not tell how large the net's images are",
                                        "say it with --size CHANNELSxHEIGHTxWIDTH, such as --size"
                                                + " %sx224x224"
                                                        .formatted(net.channels().orElse(3))));
    }
}
