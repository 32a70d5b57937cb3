package fovea.imports.dl4j;

import com.fasterxml.jackson.databind.JsonNode;

import fovea.imports.CheckedZip;
import fovea.imports.Json;
import fovea.problem.InvalidInputException;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The two parts of a Deeplearning4j archive that are read. Java objects beside them make it
/// refused: reading them would run whatever they contain.
///
/// @param configuration what the net is
/// @param parameters all its parameters in one vector
record Dl4jArchive(JsonNode configuration, Parameters parameters) {
    static final String CONFIGURATION = "configuration.json";
    static final String COEFFICIENTS = "coefficients.bin";
    private static final Set<String> KNOWN =
            Set.of(CONFIGURATION, COEFFICIENTS, "updaterState.bin", "noParams.marker");

    /// @throws InvalidInputException if it is damaged or holds anything that must not be read
    static Dl4jArchive open(Path file) {
        try (CheckedZip zip = CheckedZip.open(file)) {
            for (String name : zip.names()) {
                requireKnown(file, name);
            }
            byte[] configuration = required(zip, file, CONFIGURATION, Json.MOST_BYTES);
            byte[] coefficients = required(zip, file, COEFFICIENTS, Long.MAX_VALUE);
            return new Dl4jArchive(
                    Json.read(configuration, file + ": " + CONFIGURATION),
                    new Parameters(NdArray.read(coefficients, file + ": " + COEFFICIENTS)));
        }
    }

    private static void requireKnown(Path file, String name) {
        if (List.of("preprocessor.bin", "normalizer.bin").contains(name)) {
            throw InvalidInputException.of(
                    file + ": " + name,
                    "the archive holds a serialized normalizer, which is never read: Java objects"
                            + " from a file can run code",
                    "save the model without it, ModelSerializer.writeModel(net, file, false), and"
                            + " say how pixel values are scaled with --scale");
        }
        if (!KNOWN.contains(name)) {
            throw InvalidInputException.of(
                    file + ": " + name,
                    "the archive holds something besides a model",
                    "save the model alone: ModelSerializer.writeModel(net, file, false)");
        }
    }

    private static byte[] required(CheckedZip zip, Path file, String name, long most) {
        return zip.read(name, most)
                .orElseThrow(
                        () ->
                                InvalidInputException.of(
                                        file.toString(),
                                        "it has no " + name,
                                        "save the whole model with Deeplearning4j's"
                                                + " ModelSerializer"));
    }
}
