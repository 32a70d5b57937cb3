package fovea.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.nio.FloatBuffer;
import java.util.List;

final class HostTensorTest {
    @Test
    void theFirstRowsShareItsMemory() {
        HostTensor whole = HostTensor.of(List.of(3, 2), 1, 2, 3, 4, 5, 6);
        HostTensor first = whole.first(2);
        assertEquals(List.of(2, 2), first.shape());
        first.data().put(3, 9);
        assertArrayEquals(new float[] {1, 2, 3, 9, 5, 6}, whole.toArray());
    }

    @Test
    void itsBufferMustLieOutsideTheHeapAndFitItsShape() {
        FloatBuffer heap = FloatBuffer.allocate(4);
        assertThrows(
                IllegalArgumentException.class,
                () -> new HostTensor(List.of(2, 2), Layout.CONTIGUOUS, heap));
        FloatBuffer direct = HostTensor.zeros(5).data();
        assertThrows(
                IllegalArgumentException.class,
                () -> new HostTensor(List.of(2, 2), Layout.CONTIGUOUS, direct));
    }

    @Test
    void inputNormalisationIsGivenForAllChannelsOrEach() {
        InputSpec one = new InputSpec(3, 4, 4, List.of(0.5), List.of(0.1, 0.2, 0.3));
        assertEquals(List.of(0.5, 0.5, 0.5), one.mean());
        assertThrows(
                IllegalArgumentException.class,
                () -> new InputSpec(3, 4, 4, List.of(0.5, 0.5), List.of(1.0)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new InputSpec(1, 4, 4, List.of(0.5), List.of(0.0)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new InputSpec(2, 4, 4, List.of(0.5), List.of(1.0)));
    }
}
