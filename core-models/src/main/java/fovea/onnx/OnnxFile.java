package fovea.onnx;

import fovea.problem.FileFailure;
import fovea.problem.InvalidInputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An ONNX model from anywhere, whose structure has been checked: its parts are whole and nested
/// within reason, its tensors are as long as their shapes say, weights in other files lie in its
/// folder, and ONNX Runtime knows its versions. What it computes is not judged.
///
/// The bytes that were checked are the bytes that are run: nothing is read twice.
public final class OnnxFile {
    /// Protobuf has no longer messages. Weights in other files do not count.
    private static final long LARGEST = Integer.MAX_VALUE - 64;

    private final String place;
    private final byte[] bytes;
    private final Optional<Path> folder;
    private final ModelProto model;

    private OnnxFile(String place, byte[] bytes, Optional<Path> folder, ModelProto model) {
        this.place = place;
        this.bytes = bytes;
        this.folder = folder;
        this.model = model;
    }

    /// Reads and checks a file.
    ///
    /// @throws InvalidInputException if it cannot be read or must not be opened
    public static OnnxFile read(Path path) {
        try {
            long size = Files.size(path);
            if (!Files.isRegularFile(path)) {
                throw InvalidInputException.of(
                        path.toString(), "it is no file", "give the path of an .onnx file");
            }
            if (size > Math.min(LARGEST, Runtime.getRuntime().maxMemory() / 2)) {
                throw InvalidInputException.of(
                        path.toString(),
                        "its %.1f GiB do not fit into memory or into one message"
                                .formatted(size / (double) (1L << 30)),
                        "give Java more memory (FOVEA_JAVA_OPTS=-Xmx8g), or keep the weights in a"
                                + " file beside it");
            }
            Path folder = path.toAbsolutePath().normalize().resolveSibling("");
            return of(path.toString(), Files.readAllBytes(path), Optional.of(folder));
        } catch (IOException e) {
            throw InvalidInputException.unreadable(path, e);
        }
    }

    /// Checks a model that is in memory, which must hold all its weights.
    ///
    /// @param place what messages call it
    /// @throws InvalidInputException if it must not be opened
    public static OnnxFile of(String place, byte[] bytes) {
        return of(place, bytes, Optional.empty());
    }

    private static OnnxFile of(String place, byte[] bytes, Optional<Path> folder) {
        try {
            if (bytes.length == 0) {
                throw Malformed.damaged("it is empty");
            }
            ModelProto model = parse(bytes);
            new ModelCheck(model, folder).check();
            return new OnnxFile(place, bytes, folder, model);
        } catch (Malformed e) {
            throw InvalidInputException.of(place, e.reason(), e.cure());
        } catch (IOException e) {
            throw InvalidInputException.of(
                    place,
                    "a file with its weights cannot be read (" + FileFailure.reason(e) + ")",
                    "check that file and the disk");
        }
    }

    private static ModelProto parse(byte[] bytes) throws Malformed {
        Reader reader = new Reader(bytes);
        try {
            return ModelProto.read(reader);
        } catch (Malformed e) {
            throw e;
        } catch (IOException e) {
            throw Malformed.damaged(
                    "it is no ONNX model or damaged near byte %d of %d"
                            .formatted(reader.position(), bytes.length));
        }
    }

    /// What messages call it: its path, or what it was given as.
    public String place() {
        return place;
    }

    /// The whole file, as it was checked; not to be changed.
    public byte[] bytes() {
        return bytes;
    }

    /// The folder that weights in other files are relative to; empty for a model in memory.
    public Optional<Path> folder() {
        return folder;
    }

    /// What must be given to run it.
    public List<ValueInfo> inputs() {
        return ModelCheck.inputs(model.graph());
    }

    public List<ValueInfo> outputs() {
        return model.graph().outputs();
    }

    /// What its writer noted, in the writer's order.
    public Map<String, String> metadata() {
        return model.metadata();
    }

    /// What its writer says of it; may be empty.
    public String description() {
        return model.origin().description();
    }

    /// Name and version of the program that wrote it, such as `pytorch 2.10.0`; may be empty.
    public String producer() {
        return (model.origin().producer() + " " + model.origin().producerVersion()).strip();
    }

    /// Version of the standard's operators.
    public long opset() {
        return model.opsets().getOrDefault("", 0L);
    }
}
