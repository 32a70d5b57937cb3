package fovea.imports.keras;

import com.fasterxml.jackson.databind.JsonNode;

import fovea.imports.CheckedZip;
import fovea.imports.Json;
import fovea.problem.InvalidInputException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A Keras file, opened: what the model is, and its weights.
///
/// @param model the description of the whole model
/// @param version of Keras, such as `3.15.1`
record KerasFile(JsonNode model, String version, WeightStore weights) implements AutoCloseable {
    static final String CONFIG = "config.json";
    static final String WEIGHTS = "model.weights.h5";
    private static final String METADATA = "metadata.json";
    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] HDF = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final int NEWEST_MAJOR = 3;

    /// Whether a file begins as an HDF5 file does.
    static boolean isHdf(Path file) {
        return begins(file, HDF);
    }

    /// Whether a file begins as a zip archive does.
    static boolean isZip(Path file) {
        return begins(file, ZIP);
    }

    private static boolean begins(Path file, byte[] with) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(with.length), with);
        } catch (IOException e) {
            throw InvalidInputException.unreadable(file, e);
        }
    }

    /// @throws InvalidInputException if it cannot be read
    static KerasFile open(Path file) {
        KerasFile opened = isHdf(file) ? openHdf(file) : openArchive(file);
        try {
            int major = Integer.parseInt(opened.version.split("\\.", 2)[0]);
            if (major > NEWEST_MAJOR) {
                throw tooNew(file, opened.version);
            }
        } catch (NumberFormatException e) {
            opened.close();
            throw tooNew(file, opened.version);
        } catch (InvalidInputException e) {
            opened.close();
            throw e;
        }
        return opened;
    }

    private static InvalidInputException tooNew(Path file, String version) {
        return InvalidInputException.of(
                file.toString(),
                "it was saved by Keras '%s', and Keras 2 and 3 are known".formatted(version),
                "save the model with Keras 3");
    }

    /// The major version.
    int major() {
        return Integer.parseInt(version.split("\\.", 2)[0]);
    }

    private static KerasFile openHdf(Path file) {
        Hdf hdf = Hdf.open(file);
        try {
            String config =
                    hdf.text("", "model_config", Json.MOST_BYTES)
                            .orElseThrow(
                                    () ->
                                            InvalidInputException.of(
                                                    file.toString(),
                                                    "it holds weights only, not what the model is",
                                                    "save the whole model: model.save(…), not"
                                                            + " save_weights(…)"));
            // Files before Keras 2 name no version; their weights lie in another order.
            String version =
                    hdf.text("", "keras_version")
                            .or(() -> hdf.text("model_weights", "keras_version"))
                            .orElse("1");
            if (version.startsWith("1")) {
                throw InvalidInputException.of(
                        file.toString(),
                        "it was saved by Keras 1",
                        "load it with Keras 2 and save it again");
            }
            JsonNode model = Json.read(config.getBytes(StandardCharsets.UTF_8), file.toString());
            return new KerasFile(model, version, new HdfWeights(hdf));
        } catch (RuntimeException e) {
            hdf.close();
            throw e;
        }
    }

    private static KerasFile openArchive(Path file) {
        try (CheckedZip zip = CheckedZip.open(file)) {
            JsonNode model =
                    Json.read(required(zip, file, CONFIG, Json.MOST_BYTES), file + ": " + CONFIG);
            JsonNode metadata =
                    Json.read(required(zip, file, METADATA, 1 << 20), file + ": " + METADATA);
            byte[] weights = required(zip, file, WEIGHTS, Long.MAX_VALUE);
            Hdf hdf = Hdf.of(weights, file + ": " + WEIGHTS);
            String version = metadata.path("keras_version").asText("unknown");
            return new KerasFile(model, version, new ArchiveWeights(hdf));
        }
    }

    private static byte[] required(CheckedZip zip, Path file, String name, long most) {
        return zip.read(name, most)
                .orElseThrow(
                        () ->
                                InvalidInputException.of(
                                        file.toString(),
                                        "it has no " + name,
                                        "save the whole model with Keras:"
                                                + " model.save('net.keras')"));
    }

    @Override
    public void close() {
        weights.close();
    }
}
