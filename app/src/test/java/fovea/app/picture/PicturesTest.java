package fovea.app.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.image.PixelImage;

import javafx.scene.image.Image;

import org.junit.jupiter.api.Test;

class PicturesTest {
    private static final PixelImage GREY =
            new PixelImage(2, 2, 1, new byte[] {0, 100, (byte) 200, (byte) 255});

    @Test
    void greyAndColourKeepTheirValues() {
        Image grey = Pictures.toImage(GREY);
        assertEquals(0xFF646464, grey.getPixelReader().getArgb(1, 0));
        Image color = Pictures.toImage(new PixelImage(1, 1, 3, new byte[] {(byte) 250, 5, 120}));
        assertEquals(0xFFFA0578, color.getPixelReader().getArgb(0, 0));
    }

    @Test
    void enlargedPixelsAreSharpSquares() {
        Image large = Pictures.enlarged(Pictures.toImage(GREY), 7);
        assertEquals(14, large.getWidth());
        for (int y = 0; y < 14; y++) {
            for (int x = 0; x < 14; x++) {
                int expected = 0xFF000000 | GREY.at(x / 7, y / 7, 0) * 0x010101;
                assertEquals(expected, large.getPixelReader().getArgb(x, y), x + " " + y);
            }
        }
    }

    @Test
    void aWindowIntoAnEnlargedImageShowsThatPart() {
        Image part = Pictures.sampled(Pictures.toImage(GREY), new Pictures.Crop(4, 3, 8, 1.5, 10));
        assertEquals(4, part.getWidth());
        assertEquals(0xFF000000, part.getPixelReader().getArgb(1, 0), "x 9 is of the first pixel");
        assertEquals(0xFF646464, part.getPixelReader().getArgb(2, 0), "x 10 is of the second");
    }

    @Test
    void enlargingIsByWholeFactorsAndReducingIsNot() {
        assertEquals(3, Pictures.fitting(28, 20, 96));
        assertEquals(12, Pictures.fitting(8, 8, 96));
        assertEquals(0.48, Pictures.fitting(200, 100, 96), 1e-9);
        assertEquals(1, Pictures.fitting(96, 96, 96));
    }
}
