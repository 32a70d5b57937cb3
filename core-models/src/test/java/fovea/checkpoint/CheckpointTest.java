package fovea.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.TrainingState;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.graph.Initializer;
import fovea.graph.Role;
import fovea.graph.Shape;
import fovea.problem.InvalidInputException;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class CheckpointTest {
    @TempDir private Path folder;

    private static Weights weights(float value) {
        return new Weights(Map.of("w", HostTensor.of(List.of(2), value, 2 * value)));
    }

    private static Checkpoint checkpoint(Optional<Weights> averaged) {
        TrainingState state =
                new TrainingState(
                        weights(1),
                        Map.of("w/momentum", HostTensor.of(List.of(2), 5, 6)),
                        averaged,
                        17);
        Position position =
                new Position(
                        3,
                        4,
                        17,
                        0.1 + 0.2,
                        List.of(new Score(1, 90.1), new Score(2, Double.NaN)),
                        12.5);
        return new Checkpoint(
                state,
                position,
                new Origin("name: x\nseed: 1\n", List.of("cat", "a \"dog\", big")));
    }

    private static Graph graph(String name, int size) {
        return Graph.build(
                "g",
                g -> g.parameter(name, Shape.of(size), new Initializer.Constant(0), Role.WEIGHT));
    }

    @Test
    void savesEverythingARunNeedsToGoOn() {
        Checkpoint saved = checkpoint(Optional.of(weights(3)));
        Path file = folder.resolve("sub/last.safetensors");
        saved.save(file);
        Checkpoint loaded = Checkpoint.load(file);

        assertEquals(saved.position(), loaded.position());
        assertEquals(saved.origin(), loaded.origin());
        assertEquals(17, loaded.state().updates());
        assertArrayEquals(
                new float[] {5, 6},
                loaded.state()
                        .optimizer()
                        .getOrDefault("w/momentum", HostTensor.zeros(1))
                        .toArray());
        assertArrayEquals(
                new float[] {3, 6}, loaded.state().averaged().orElseThrow().tensor("w").toArray());
    }

    @Test
    void predictionUsesTheAveragedWeightsIfThereAreAny() {
        Path file = folder.resolve("x.safetensors");
        checkpoint(Optional.empty()).save(file);
        assertEquals(1, Checkpoint.weights(file).weights().tensor("w").toArray()[0]);
        checkpoint(Optional.of(weights(3))).save(file);
        assertEquals(3, Checkpoint.weights(file).weights().tensor("w").toArray()[0]);
        assertEquals("cat", Checkpoint.weights(file).origin().classes().getFirst());
    }

    @Test
    void otherWeightsAreRefusedByTheNameOfTheParameter() {
        Path place = Path.of("x");
        TrainedWeights.checkFits(place, weights(1), graph("w", 2));
        InvalidInputException shape =
                assertThrows(
                        InvalidInputException.class,
                        () -> TrainedWeights.checkFits(place, weights(1), graph("w", 3)));
        assertTrue(String.valueOf(shape.getMessage()).contains("w is [2], the model needs [3]"));
        InvalidInputException name =
                assertThrows(
                        InvalidInputException.class,
                        () -> TrainedWeights.checkFits(place, weights(1), graph("v", 2)));
        assertTrue(String.valueOf(name.getMessage()).contains("lacks the parameter v"));
    }

    @Test
    void aMissingFileIsNamed() {
        InvalidInputException e =
                assertThrows(
                        InvalidInputException.class,
                        () -> Checkpoint.load(folder.resolve("none.safetensors")));
        assertTrue(String.valueOf(e.getMessage()).contains("none.safetensors"));
    }

    @Test
    void aSafetensorsFileThatIsNoCheckpointIsRefused() throws IOException {
        Path file = folder.resolve("other.safetensors");
        AtomicFile.write(
                file, out -> SafeTensors.write(out, new TensorFile(Map.of(), Map.of("x", "y"))));
        assertThrows(InvalidInputException.class, () -> Checkpoint.load(file));
    }

    @Test
    void aSaveThatFailsLeavesTheFormerFileAndNoRubbish() throws IOException {
        Path file = folder.resolve("last.safetensors");
        checkpoint(Optional.empty()).save(file);
        byte[] before = Files.readAllBytes(file);

        SaveException e =
                assertThrows(
                        SaveException.class,
                        () ->
                                AtomicFile.write(
                                        file,
                                        out -> {
                                            out.write(ByteBuffer.wrap(new byte[100]));
                                            throw new IOException("No space left on device");
                                        }));

        assertArrayEquals(before, Files.readAllBytes(file));
        assertTrue(e.problem().place().endsWith("last.safetensors"));
        assertTrue(e.problem().cause().contains("No space left on device"));
        assertTrue(e.problem().cause().contains("the former file is still whole"));
        assertTrue(e.problem().cure().contains("free some space"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aCopyIsNotChangedWhenTheOriginalIsReplaced() throws IOException {
        Path last = folder.resolve("last.safetensors");
        Path best = folder.resolve("best.safetensors");
        checkpoint(Optional.empty()).save(last);
        AtomicFile.copy(last, best);
        AtomicFile.copy(last, best);
        byte[] before = Files.readAllBytes(best);
        checkpoint(Optional.of(weights(9))).save(last);
        assertArrayEquals(before, Files.readAllBytes(best));
        assertFalse(Checkpoint.load(best).state().averaged().isPresent());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void noDamageEscapesAsAnotherError() throws IOException {
        Path file = folder.resolve("x.safetensors");
        checkpoint(Optional.of(weights(3))).save(file);
        byte[] whole = Files.readAllBytes(file);
        int refused = 0;
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) (1 << i % 8);
            Files.write(file, damaged);
            try {
                Checkpoint.load(file);
            } catch (InvalidInputException e) {
                refused++;
            }
        }
        assertTrue(refused > whole.length / 2, refused + " of " + whole.length);
    }

    @Test
    void aDiskThatFillsUpWhileTheTensorsAreWrittenLeavesTheFormerFile() throws IOException {
        Path file = folder.resolve("last.safetensors");
        checkpoint(Optional.empty()).save(file);
        Checkpoint next = checkpoint(Optional.of(weights(9)));
        long needed = Files.size(file);
        for (long room = 0; room < needed; room += 100) {
            long most = room;
            assertThrows(
                    SaveException.class,
                    () ->
                            AtomicFile.write(
                                    file,
                                    out ->
                                            SafeTensors.write(
                                                    new SmallDisk(out, most), next.content())));
            assertFalse(Checkpoint.load(file).state().averaged().isPresent());
        }
    }

    /// Takes so many bytes and then is full.
    private static final class SmallDisk implements WritableByteChannel {
        private final WritableByteChannel out;
        private long room;

        SmallDisk(WritableByteChannel out, long room) {
            this.out = out;
            this.room = room;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            if (room < bytes.remaining()) {
                out.write(bytes.slice(bytes.position(), (int) room));
                throw new IOException("No space left on device");
            }
            room -= bytes.remaining();
            return out.write(bytes);
        }

        @Override
        public boolean isOpen() {
            return out.isOpen();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
