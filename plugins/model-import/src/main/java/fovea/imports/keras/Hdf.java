package fovea.imports.keras;

import fovea.imports.FileTensor;
import fovea.problem.InvalidInputException;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.FloatingPoint;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// An HDF5 file, read by jHDF. Links are not followed, since they may lead into other files, and
/// whatever a damaged file makes the library throw becomes a message.
final class Hdf implements AutoCloseable {
    private static final int MOST_NAMES = 100_000;
    private static final int LONGEST_NAME = 1 << 16;

    /// Bytes at the start that tell how long the file is, and where its version is.
    private static final int SUPERBLOCK = 48;

    private static final int VERSION = 8;

    private final String place;
    private final HdfFile file;

    private Hdf(String place, HdfFile file) {
        this.place = place;
        this.file = file;
    }

    /// @throws InvalidInputException if it is no HDF5 file
    static Hdf open(Path path) {
        String place = path.toString();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer start = ByteBuffer.allocate(SUPERBLOCK);
            while (start.hasRemaining() && channel.read(start) >= 0) {}
            requireWhole(start.flip(), channel.size(), place);
        } catch (IOException e) {
            throw InvalidInputException.unreadable(path, e);
        }
        return guarded(place, () -> new Hdf(place, new HdfFile(path)));
    }

    /// A file tells how long it is, which shows a cut even where nothing that is needed is missing.
    private static void requireWhole(ByteBuffer start, long size, String place) {
        if (start.remaining() < SUPERBLOCK) {
            throw damaged(place, "only " + size + " bytes");
        }
        int version = start.get(VERSION);
        int end = version < 2 ? 40 : 28;
        long told = start.order(ByteOrder.LITTLE_ENDIAN).getLong(end);
        if (told > size) {
            throw damaged(place, "%d of %d bytes".formatted(size, told));
        }
    }

    /// A file in memory.
    ///
    /// @param place what messages call it
    static Hdf of(byte[] content, String place) {
        int length = Math.min(content.length, SUPERBLOCK);
        requireWhole(ByteBuffer.wrap(content, 0, length).slice(), content.length, place);
        return guarded(place, () -> new Hdf(place, HdfFile.fromBytes(content)));
    }

    /// The names of a group's members.
    List<String> children(String path) {
        return guarded(
                place,
                () ->
                        node(path)
                                .filter(Group.class::isInstance)
                                .map(group -> List.copyOf(((Group) group).getChildren().keySet()))
                                .orElse(List.of()));
    }

    boolean has(String path) {
        return guarded(place, () -> node(path).isPresent());
    }

    /// An attribute that is a name or another short text.
    Optional<String> text(String path, String attribute) {
        return text(path, attribute, LONGEST_NAME);
    }

    /// An attribute that is a text.
    ///
    /// @param most bytes it may have
    /// @throws InvalidInputException if it has more
    Optional<String> text(String path, String attribute, int most) {
        return guarded(
                place,
                () -> {
                    Optional<Attribute> found = attribute(path, attribute);
                    // Of a text that lies elsewhere in the file this is only where.
                    found.ifPresent(text -> requireAtMost(most, text.getSizeInBytes()));
                    Optional<String> text =
                            found.map(Attribute::getData)
                                    .filter(String.class::isInstance)
                                    .map(String.class::cast);
                    text.ifPresent(read -> requireAtMost(most, read.length()));
                    return text;
                });
    }

    private void requireAtMost(int most, long bytes) {
        if (bytes > most) {
            throw damaged(place, "a text of " + bytes + " bytes");
        }
    }

    /// An attribute that is a list of texts; long ones are in parts named `…0`, `…1`.
    List<String> texts(String path, String attribute) {
        return guarded(
                place,
                () -> {
                    List<String> texts = new ArrayList<>();
                    attribute(path, attribute).ifPresent(part -> add(part, texts));
                    for (int i = 0; attribute(path, attribute + i).isPresent(); i++) {
                        add(attribute(path, attribute + i).get(), texts);
                    }
                    return texts;
                });
    }

    private void add(Attribute part, List<String> texts) {
        if (part.getSize() > MOST_NAMES) {
            throw damaged(place, "a list of " + part.getSize() + " names");
        }
        Object data = part.getData();
        if (data != null && data.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(data); i++) {
                if (Array.get(data, i) instanceof String text) {
                    texts.add(text);
                }
            }
        }
    }

    /// @throws InvalidInputException if there is none, or it has no floating point numbers
    FileTensor tensor(String path) {
        String where = place + ": " + path;
        return guarded(
                where,
                () -> {
                    if (!(node(path).orElse(null) instanceof Dataset dataset)) {
                        throw damaged(where, "this tensor is missing");
                    }
                    List<Integer> shape = new ArrayList<>();
                    for (long size : dataset.getDimensionsAsLong()) {
                        shape.add(Math.toIntExact(size));
                    }
                    return new Tensor(where, List.copyOf(shape), dataset);
                });
    }

    private record Tensor(String place, List<Integer> shape, Dataset dataset)
            implements FileTensor {
        @Override
        public float[] read() {
            return guarded(
                    place,
                    () -> {
                        if (!(dataset.getDataType() instanceof FloatingPoint)) {
                            throw InvalidInputException.of(
                                    place,
                                    "its numbers are no floating point numbers",
                                    "save the model before it is quantized");
                        }
                        Object data = dataset.getDataFlat();
                        if (data instanceof float[] floats) {
                            return floats;
                        }
                        if (data instanceof double[] doubles) {
                            float[] floats = new float[doubles.length];
                            for (int i = 0; i < floats.length; i++) {
                                floats[i] = (float) doubles[i];
                            }
                            return floats;
                        }
                        throw damaged(place, "numbers of the class " + dataset.getJavaType());
                    });
        }
    }

    private Optional<Attribute> attribute(String path, String name) {
        return node(path).map(node -> node.getAttributes().get(name));
    }

    /// A member by its path; `""` is the root. Links count as damage.
    private Optional<Node> node(String path) {
        Node node = file;
        for (String step : path.isEmpty() ? new String[0] : path.split("/")) {
            if (!(node instanceof Group group)) {
                return Optional.empty();
            }
            Node next = group.getChildren().get(step);
            if (next == null) {
                return Optional.empty();
            }
            if (next.isLink()) {
                throw damaged(place + ": " + path, "a link to somewhere else");
            }
            node = next;
        }
        return Optional.of(node);
    }

    @Override
    public void close() {
        file.close();
    }

    private static <T> T guarded(String place, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidInputException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw damaged(place, "what cannot be read: " + e);
        } catch (OutOfMemoryError e) {
            throw damaged(place, "more than this machine's memory can take");
        }
    }

    private static InvalidInputException damaged(String place, String what) {
        return InvalidInputException.of(
                place,
                "the HDF5 file is damaged or cut short: it holds " + what,
                "copy the file again, or save the model again");
    }
}
