package fovea.image;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.problem.InvalidInputException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

final class DamagedImageTest {
    private static String refusal(byte[] file) {
        InvalidInputException refused =
                assertThrows(
                        InvalidInputException.class, () -> ImageDecoder.decode(file, "some.file"));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith("some.file: "), message);
        assertTrue(message.contains("; "), "no cure in: " + message);
        return message;
    }

    private static byte[] file(String format) {
        PixelImage image = TestImages.gradient(64, 48, 3);
        return format.equals("webp") ? TestImages.webp(image) : TestImages.written(image, format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "gif", "tiff", "webp"})
    void isRefusedWhereverTheFileIsCutOff(String format) {
        byte[] whole = file(format);
        for (int percent = 0; percent < 100; percent += 3) {
            refusal(Arrays.copyOf(whole, whole.length * percent / 100));
        }
        assertTrue(refusal(Arrays.copyOf(whole, whole.length * 9 / 10)).contains("cut off"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "gif", "tiff", "webp"})
    void neverFailsOtherwiseThanByRefusal(String format) {
        byte[] whole = file(format);
        SplittableRandom random = new SplittableRandom(5);
        int refused = 0;
        for (int round = 0; round < 150; round++) {
            byte[] broken = whole.clone();
            for (int i = 0; i < 4; i++) {
                int end = random.nextBoolean() ? Math.min(64, broken.length) : broken.length;
                broken[random.nextInt(end)] = (byte) random.nextInt(256);
            }
            try {
                ImageDecoder.decode(broken, "broken");
            } catch (InvalidInputException e) {
                refused++;
            }
        }
        assertTrue(refused > 0);
    }

    @Test
    void pngPixelsThatDoNotMatchTheirChecksumAreRefused() {
        byte[] png = file("png");
        png[png.length / 2] ^= 1;
        assertTrue(refusal(png).contains("checksum"));
    }

    @Test
    void emptyFilesAreRefused() {
        assertTrue(refusal(new byte[0]).contains("empty"));
    }

    @Test
    void otherFilesAreRefusedWithTheFormatsThatCanBeRead() {
        byte[] text = "label,score\n".repeat(9).getBytes(StandardCharsets.UTF_8);
        assertTrue(refusal(text).contains("PNG, JPEG"));
        byte[] heic = "\0\0\0\30ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(refusal(heic).contains("HEIF"));
    }

    @Test
    void aHeaderOf806MegapixelsIsRefusedBeforeItsPixelsAreTouched(@TempDir Path folder)
            throws IOException {
        byte[] bomb = TestImages.png(28400, 28400, 0x0802, new byte[8]);
        assertTrue(refusal(bomb).contains("807 megapixels"));
        Path file = Files.write(folder.resolve("bomb.png"), bomb);
        assertThrows(InvalidInputException.class, () -> ImageDecoder.probe(file));
        assertThrows(InvalidInputException.class, () -> ImageDecoder.decodeReduced(file, 96));
    }

    @Test
    void impossibleSizesAreRefused() {
        assertTrue(refusal(TestImages.png(0, 5, 0x0802, new byte[8])).contains("0×5"));
        assertTrue(refusal(TestImages.png(-4, 5, 0x0802, new byte[8])).contains("-4×5"));
    }

    @Test
    void valuesThatAreNoBytesAreRefused() {
        assertTrue(refusal(TestImages.floatTiff(8, 8)).contains("neither 8 nor 16 bits"));
    }

    @Test
    void theLimitCanBeSetAndMustBeANumber() {
        byte[] png = file("png");
        String before = System.getProperty(ImageDecoder.MAX_MEGAPIXELS, "100");
        try {
            System.setProperty(ImageDecoder.MAX_MEGAPIXELS, "0.003");
            assertTrue(refusal(png).contains("64×48"));
            System.setProperty(ImageDecoder.MAX_MEGAPIXELS, "many");
            InvalidInputException refused =
                    assertThrows(
                            InvalidInputException.class, () -> ImageDecoder.decode(png, "a.png"));
            assertTrue(refused.toString().contains("'many' is not a number"));
        } finally {
            System.setProperty(ImageDecoder.MAX_MEGAPIXELS, before);
        }
    }

    @Test
    void missingFilesAndFoldersAreNamed(@TempDir Path folder) {
        Path missing = folder.resolve("nowhere.png");
        String message =
                assertThrows(InvalidInputException.class, () -> ImageDecoder.decode(missing))
                        .toString();
        assertTrue(message.contains("nowhere.png: there is no such file"), message);
        String other =
                assertThrows(InvalidInputException.class, () -> ImageDecoder.probe(folder))
                        .toString();
        assertTrue(other.contains("folder"), other);
    }
}
