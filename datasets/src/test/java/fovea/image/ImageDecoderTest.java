package fovea.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;

final class ImageDecoderTest {
    private static final int[] QUARTERS = {10, 90, 170, 250};

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp"})
    void keepsEveryPixelOfLosslessColourFiles(String format) {
        PixelImage image = TestImages.gradient(13, 7, 3);
        PixelImage decoded =
                ImageDecoder.decode(TestImages.written(image, format), "colours." + format);
        assertEquals(3, decoded.channels());
        assertEquals(13, decoded.width());
        assertArrayEquals(image.pixels(), decoded.pixels());
    }

    @Test
    void keepsGreyFilesGrey() {
        PixelImage image = TestImages.gradient(13, 7, 1);
        PixelImage decoded = ImageDecoder.decode(TestImages.written(image, "png"), "grey.png");
        assertEquals(1, decoded.channels());
        assertArrayEquals(image.pixels(), decoded.pixels());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "gif", "tiff", "webp"})
    void readsColoursInTheirOrderFromEveryFormat(String format) {
        PixelImage image = TestImages.flat(32, 24, 220, 120, 20);
        byte[] file =
                format.equals("webp")
                        ? TestImages.webp(TestImages.flat(32, 24, 20, 120, 220))
                        : TestImages.written(image, format);
        PixelImage decoded = ImageDecoder.decode(file, "flat." + format);
        assertEquals(32, decoded.width());
        assertEquals(24, decoded.height());
        assertEquals(220, decoded.at(16, 12, 0), 16);
        assertEquals(120, decoded.at(16, 12, 1), 16);
        assertEquals(20, decoded.at(16, 12, 2), 16);
    }

    @Test
    void scalesSixteenBitsToEight() {
        byte[] rows = {0, 0, 0, (byte) 0x80, (byte) 0x80, (byte) 0xFF, (byte) 0xFF, 0x02, 0x00};
        PixelImage decoded = ImageDecoder.decode(TestImages.png(4, 1, 0x1000, rows), "deep.png");
        assertEquals(1, decoded.channels());
        assertArrayEquals(new byte[] {0, (byte) 128, (byte) 255, 2}, decoded.pixels());
    }

    @Test
    void blendsGreyWithAlphaOntoWhite() {
        byte[] rows = {0, 100, (byte) 255, 100, 0, 0, (byte) 128};
        PixelImage decoded = ImageDecoder.decode(TestImages.png(3, 1, 0x0804, rows), "ga.png");
        assertEquals(1, decoded.channels());
        assertArrayEquals(new byte[] {100, (byte) 255, 127}, decoded.pixels());
    }

    @Test
    void blendsColoursWithSixteenBitAlphaOntoWhite() {
        byte[] rows = {0, -1, -1, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0, -1, -1, 0, 0};
        PixelImage decoded = ImageDecoder.decode(TestImages.png(2, 1, 0x1006, rows), "rgba.png");
        assertArrayEquals(new byte[] {-1, 0, 0, -1, -1, -1}, decoded.pixels());
    }

    @Test
    void looksUpPaletteColours() {
        byte[] palette = TestImages.chunk("PLTE", new byte[] {1, 2, 3, 100, 110, 120});
        byte[] rows = {0, 1, 0};
        PixelImage decoded =
                ImageDecoder.decode(TestImages.png(2, 1, 0x0803, rows, palette), "palette.png");
        assertArrayEquals(new byte[] {100, 110, 120, 1, 2, 3}, decoded.pixels());
    }

    /// What the four quarters look like once upright, from the EXIF standard.
    @ParameterizedTest
    @CsvSource({
        "1, 0123", "2, 1032", "3, 3210", "4, 2301", "5, 0213", "6, 2031", "7, 3120", "8, 1302"
    })
    void turnsExifImagesUprightExactlyOnce(int orientation, String quarters, @TempDir Path folder)
            throws IOException {
        PixelImage stored = TestImages.quarters(48, 32, QUARTERS);
        byte[] jpeg = TestImages.written(stored, "jpg");
        check(TestImages.withExif(jpeg, orientation, ByteOrder.BIG_ENDIAN), quarters, folder);
        check(TestImages.withExif(jpeg, orientation, ByteOrder.LITTLE_ENDIAN), quarters, folder);
        check(TestImages.tiff(stored, orientation), quarters, folder);
        byte[] rows = new byte[49 * 32];
        for (int y = 0; y < 32; y++) {
            System.arraycopy(stored.pixels(), y * 48, rows, y * 49 + 1, 48);
        }
        byte[] exif = TestImages.chunk("eXIf", TestImages.exif(orientation, ByteOrder.BIG_ENDIAN));
        check(TestImages.png(48, 32, 0x0800, rows, exif), quarters, folder);
    }

    private static void check(byte[] bytes, String quarters, Path folder) throws IOException {
        Path file = Files.write(folder.resolve("image"), bytes);
        PixelImage image = ImageDecoder.decode(file);
        ImageHeader header = ImageDecoder.probe(file);
        assertEquals(image.width(), header.width());
        assertEquals(image.height(), header.height());
        assertEquals(quarters.matches("0123|1032|3210|2301") ? 48 : 32, image.width());
        for (int i = 0; i < 4; i++) {
            int x = image.width() / 4 + i % 2 * image.width() / 2;
            int y = image.height() / 4 + i / 2 * image.height() / 2;
            int expected = QUARTERS[quarters.charAt(i) - '0'];
            assertEquals(expected, image.at(x, y, 0), 3, header + " quarter " + i);
        }
        PixelImage small = ImageDecoder.decodeReduced(file, 12);
        assertEquals(12, Math.max(small.width(), small.height()));
        assertEquals(QUARTERS[quarters.charAt(0) - '0'], small.at(1, 1, 0), 8, header.toString());
    }

    @Test
    void reducedImagesKeepTheirShapeAndSmallOnesTheirPixels(@TempDir Path folder)
            throws IOException {
        byte[] jpeg = TestImages.written(TestImages.flat(400, 100, 200, 40, 90), "jpg");
        Path file = Files.write(folder.resolve("wide.jpg"), jpeg);
        PixelImage small = ImageDecoder.decodeReduced(file, 64);
        assertEquals(64, small.width());
        assertEquals(16, small.height());
        assertEquals(200, small.at(30, 8, 0), 8);
        assertEquals(400, ImageDecoder.decodeReduced(file, 1000).width());
    }

    @Test
    void probeTellsSizeAndChannelsWithoutPixels(@TempDir Path folder) throws IOException {
        byte[] png = TestImages.written(TestImages.gradient(50, 20, 1), "png");
        // Everything behind the header is missing.
        Path file = Files.write(folder.resolve("cut.png"), Arrays.copyOf(png, 40));
        ImageHeader header = ImageDecoder.probe(file);
        assertEquals(50, header.width());
        assertEquals(20, header.height());
        assertEquals(1, header.channels());
        assertEquals(ImageFormat.PNG, header.format());
    }

    @Test
    void writtenPngFilesReadBackTheSame() {
        for (int channels : new int[] {1, 3}) {
            PixelImage image = TestImages.gradient(31, 9, channels);
            PixelImage back = ImageDecoder.decode(PngEncoder.encode(image), "own.png");
            assertEquals(channels, back.channels());
            assertArrayEquals(image.pixels(), back.pixels());
        }
    }

    @Test
    void theJdkReadsWrittenPngFiles() throws IOException {
        PixelImage image = TestImages.gradient(31, 9, 3);
        var back = ImageIO.read(new ByteArrayInputStream(PngEncoder.encode(image)));
        int rgb = back.getRGB(17, 5);
        assertEquals(image.at(17, 5, 0), rgb >> 16 & 0xFF);
        assertEquals(image.at(17, 5, 2), rgb & 0xFF);
    }

    @Test
    void convertsBetweenGreyAndColour() {
        PixelImage grey = TestImages.gradient(5, 5, 1);
        assertArrayEquals(grey.pixels(), grey.withChannels(3).withChannels(1).pixels());
        assertEquals(76, TestImages.flat(1, 1, 255, 0, 0).withChannels(1).at(0, 0, 0));
        assertTrue(grey.withChannels(1) == grey);
    }
}
