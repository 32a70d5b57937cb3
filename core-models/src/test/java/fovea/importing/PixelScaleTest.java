package fovea.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.problem.InvalidInputException;

import org.junit.jupiter.api.Test;

import java.util.List;

class PixelScaleTest {
    private static double scaled(PixelScale scale, double pixel) {
        return (pixel / 255 - scale.mean().getFirst()) / scale.std().getFirst();
    }

    @Test
    void theKnownScalesAreWhatTheirNamesSay() {
        assertEquals(200 / 255.0, scaled(PixelScale.Known.UNIT.scale(), 200), 1e-12);
        assertEquals(200, scaled(PixelScale.Known.BYTE.scale(), 200), 1e-12);
        assertEquals(-1, scaled(PixelScale.Known.SIGNED.scale(), 0), 1e-12);
        assertEquals((1 - 0.485) / 0.229, scaled(PixelScale.Known.IMAGENET.scale(), 255), 1e-12);
    }

    /// A net that halves what enters it and takes 3 away, given values of −1…1.
    @Test
    void aNetThatScalesItselfIsGivenScaledValues() {
        PixelScale own = new PixelScale(List.of(6 / 255.0), List.of(2 / 255.0));
        assertEquals(100 / 2.0 - 3, scaled(own, 100), 1e-12);
        PixelScale both = own.after(PixelScale.Known.SIGNED.scale());
        assertEquals((100 / 127.5 - 1) / 2 - 3, scaled(both, 100), 1e-12);
    }

    @Test
    void sizesAreWrittenInOneWay() {
        assertEquals(new ImageSize(3, 224, 192), ImageSize.parse("3x224x192", "--size"));
        for (String wrong : List.of("224", "2x8x8", "3x0x8", "3x8x9000", "3x-1x4", "")) {
            assertThrows(
                    InvalidInputException.class, () -> ImageSize.parse(wrong, "--size"), wrong);
        }
    }
}
