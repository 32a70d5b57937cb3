package fovea.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.component.Component;
import fovea.component.Help;
import fovea.image.PixelImage;
import fovea.image.TestImages;
import fovea.problem.InvalidInputException;
import fovea.sample.ImageLabel;
import fovea.sample.Sample;
import fovea.sample.Seed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

final class TransformsTest {
    private static final List<Double> ANY_SHAPE = List.of(0.5, 2.0);

    static Stream<Transform> transforms() {
        return Stream.of(
                Resize.to(9, 14),
                new Resize(20, 30, ResizeMode.LETTERBOX, 7),
                new Resize(20, 30, ResizeMode.SHORT_SIDE, 0),
                new Pad(3, Border.REFLECT, 0),
                new PadTo(30, 10, Border.EDGE, 0),
                new RandomCrop(10, 8, 2),
                new CenterCrop(10, 8),
                new RandomFlip(0.5, 0.5),
                new RandomResizedCrop(8, 8, List.of(0.1, 1.0), ANY_SHAPE),
                new RandomAffine(20, 0.2, ANY_SHAPE, 10, 9),
                new ColorJitter(0.5, 0.5, 0.5, 0.5),
                new RandomErasing(1, List.of(0.1, 0.3), ANY_SHAPE, ErasingFill.NOISE),
                new RandomErasing(1, List.of(0.1, 0.3), ANY_SHAPE, ErasingFill.MEAN));
    }

    private static Sample sample(PixelImage image) {
        return Sample.of("some", image, ImageLabel.of(3));
    }

    private static PixelImage apply(Transform transform, PixelImage image, int seed) {
        return transform.apply(sample(image), new Seed(seed)).image().load();
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void isAFunctionOfImageAndSeedAndLeavesItsSourceAlone(Transform transform) {
        for (int channels : new int[] {1, 3}) {
            PixelImage image = TestImages.gradient(17, 12, channels);
            byte[] before = image.pixels().clone();
            for (int seed = 0; seed < 20; seed++) {
                PixelImage once = apply(transform, image, seed);
                PixelImage again = apply(transform, image, seed);
                assertArrayEquals(once.pixels(), again.pixels());
                assertEquals(once.width(), again.width());
                assertEquals(channels, once.channels());
            }
            assertArrayEquals(before, image.pixels());
        }
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void keepsTheLabelOfTheWholeImage(Transform transform) {
        Sample changed = transform.apply(sample(TestImages.gradient(17, 12, 3)), new Seed(1));
        assertEquals(List.of(3), changed.labels());
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void handlesImagesOfOneRowOrColumnOrRefusesThem(Transform transform) {
        for (int[] size : new int[][] {{1, 1}, {1, 40}, {40, 1}}) {
            PixelImage image = TestImages.gradient(size[0], size[1], 3);
            if (transform instanceof RandomCrop || transform instanceof CenterCrop) {
                assertThrows(InvalidInputException.class, () -> apply(transform, image, 1));
            } else {
                assertTrue(apply(transform, image, 1).width() >= 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void randomOnesDifferFromSeedToSeed(Transform transform) {
        PixelImage image = TestImages.gradient(17, 12, 3);
        long different =
                Stream.iterate(0, i -> i + 1)
                        .limit(30)
                        .map(seed -> Arrays.hashCode(apply(transform, image, seed).pixels()))
                        .distinct()
                        .count();
        String name = transform.getClass().getSimpleName();
        boolean random = name.startsWith("Random") || name.equals("ColorJitter");
        assertTrue(random ? different >= 4 || name.equals("RandomFlip") : different == 1, name);
    }

    @Test
    void resizesToTheSizeAndShapeAskedFor() {
        PixelImage wide = TestImages.flat(40, 20, 200, 100, 50);
        PixelImage boxed = apply(new Resize(20, 20, ResizeMode.LETTERBOX, 9), wide, 0);
        assertEquals(20, boxed.width());
        assertEquals(20, boxed.height());
        assertEquals(9, boxed.at(10, 4, 0));
        assertEquals(200, boxed.at(10, 5, 0));
        assertEquals(50, boxed.at(10, 14, 2));
        assertEquals(9, boxed.at(10, 15, 2));
        PixelImage covering = apply(new Resize(20, 20, ResizeMode.SHORT_SIDE, 0), wide, 0);
        assertEquals(40, covering.width());
        assertEquals(20, covering.height());
        assertEquals(7, apply(Resize.to(7, 3), wide, 0).width());
    }

    @Test
    void shrinkingAveragesAreas() {
        PixelImage four = new PixelImage(2, 2, 1, new byte[] {0, 100, 100, (byte) 200});
        assertEquals(100, apply(Resize.to(1, 1), four, 0).at(0, 0, 0));
    }

    @Test
    void padsByEachBorder() {
        PixelImage row = new PixelImage(3, 1, 1, new byte[] {1, 2, 3});
        assertArrayEquals(
                new byte[] {9, 9, 1, 2, 3, 9, 9}, middle(new Pad(2, Border.CONSTANT, 9), row));
        assertArrayEquals(
                new byte[] {1, 1, 1, 2, 3, 3, 3}, middle(new Pad(2, Border.EDGE, 9), row));
        assertArrayEquals(
                new byte[] {3, 2, 1, 2, 3, 2, 1}, middle(new Pad(2, Border.REFLECT, 9), row));
        PixelImage padded = apply(new PadTo(6, 1, Border.CONSTANT, 0), row, 0);
        assertArrayEquals(new byte[] {0, 1, 2, 3, 0, 0}, padded.pixels());
    }

    private static byte[] middle(Pad pad, PixelImage row) {
        byte[] all = apply(pad, row, 0).pixels();
        return Arrays.copyOfRange(all, all.length * 2 / 5, all.length * 3 / 5);
    }

    @Test
    void cropsAreWindowsOfTheImage() {
        PixelImage image = TestImages.gradient(9, 9, 3);
        PixelImage center = apply(new CenterCrop(5, 3), image, 0);
        assertEquals(image.at(2, 3, 1), center.at(0, 0, 1));
        boolean[] seen = new boolean[25];
        for (int seed = 0; seed < 500; seed++) {
            PixelImage crop = apply(new RandomCrop(5, 5, 0), image, seed);
            for (int place = 0; place < 25; place++) {
                seen[place] |=
                        Arrays.equals(
                                crop.pixels(),
                                Images.crop(image, place % 5, place / 5, 5, 5).pixels());
            }
        }
        for (boolean place : seen) {
            assertTrue(place);
        }
    }

    @Test
    void cropsLargerThanTheImageNameTheCure() {
        InvalidInputException refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> apply(new RandomCrop(32, 32, 4), TestImages.gradient(20, 30, 1), 0));
        assertTrue(refused.toString().contains("some: an image of 20×30"), refused.toString());
    }

    @Test
    void flippingTwiceGivesTheImageBack() {
        PixelImage image = TestImages.gradient(5, 4, 3);
        for (Transform flip : List.of(new RandomFlip(1, 0), new RandomFlip(0, 1))) {
            PixelImage once = apply(flip, image, 0);
            assertFalse(Arrays.equals(image.pixels(), once.pixels()));
            assertArrayEquals(image.pixels(), apply(flip, once, 0).pixels());
        }
        assertEquals(image.at(0, 1, 2), apply(new RandomFlip(1, 0), image, 0).at(4, 1, 2));
        assertEquals(image.at(3, 0, 2), apply(new RandomFlip(0, 1), image, 0).at(3, 3, 2));
    }

    @Test
    void anAffineMapWithoutAnyChangeKeepsThePixels() {
        PixelImage image = TestImages.gradient(8, 6, 3);
        Transform still = new RandomAffine(0, 0, List.of(1.0, 1.0), 0, 0);
        assertArrayEquals(image.pixels(), apply(still, image, 5).pixels());
    }

    @Test
    void anAffineMagnificationScalesAboutTheMiddle() {
        byte[] pixels = new byte[81];
        Arrays.fill(pixels, 3 * 9 + 3, 3 * 9 + 6, (byte) 200);
        Arrays.fill(pixels, 4 * 9 + 3, 4 * 9 + 6, (byte) 200);
        Arrays.fill(pixels, 5 * 9 + 3, 5 * 9 + 6, (byte) 200);
        PixelImage image = new PixelImage(9, 9, 1, pixels);
        PixelImage larger = apply(new RandomAffine(0, 0, List.of(2.0, 2.0), 0, 0), image, 0);
        assertEquals(200, larger.at(2, 2, 0));
        assertEquals(200, larger.at(6, 6, 0));
        assertEquals(0, larger.at(0, 4, 0));
    }

    @Test
    void colourJitterOfNothingChangesNothingAndGreyStaysGrey() {
        PixelImage image = TestImages.gradient(8, 6, 3);
        assertArrayEquals(image.pixels(), apply(new ColorJitter(0, 0, 0, 0), image, 3).pixels());
        PixelImage grey = TestImages.gradient(8, 6, 1).withChannels(3);
        PixelImage jittered = apply(new ColorJitter(0.4, 0.4, 0.4, 0.5), grey, 3);
        assertArrayEquals(jittered.pixels(), jittered.withChannels(1).withChannels(3).pixels());
    }

    @Test
    void aThirdOfTheColourCircleTurnsRedToGreen() {
        double[] red = {200, 10, 10};
        Hue.turn(red, 1.0 / 3);
        assertArrayEquals(new double[] {10, 200, 10}, red, 1e-9);
        double[] back = {123, 45, 67};
        Hue.turn(back, 0.37);
        Hue.turn(back, -0.37);
        assertArrayEquals(new double[] {123, 45, 67}, back, 1e-9);
    }

    @Test
    void erasesARectangleWithinItsBounds() {
        PixelImage white = TestImages.flat(20, 20, 255);
        Transform erasing = new RandomErasing(1, List.of(0.1, 0.3), ANY_SHAPE, ErasingFill.BLACK);
        for (int seed = 0; seed < 100; seed++) {
            int black = 0;
            int left = 20;
            int right = -1;
            int top = 20;
            int bottom = -1;
            PixelImage erased = apply(erasing, white, seed);
            for (int i = 0; i < 400; i++) {
                if (erased.pixels()[i] == 0) {
                    black++;
                    left = Math.min(left, i % 20);
                    right = Math.max(right, i % 20);
                    top = Math.min(top, i / 20);
                    bottom = Math.max(bottom, i / 20);
                }
            }
            assertEquals((right - left + 1) * (bottom - top + 1), black, "not a rectangle");
            assertTrue(black >= 0.1 * 400 - 8 && black <= 0.3 * 400 + 12, black + " pixels");
        }
        PixelImage kept =
                apply(new RandomErasing(0, ANY_AREA, ANY_SHAPE, ErasingFill.BLACK), white, 1);
        assertArrayEquals(white.pixels(), kept.pixels());
    }

    private static final List<Double> ANY_AREA = List.of(0.0, 1.0);

    @Test
    void everyRecordChecksItself() {
        assertThrows(IllegalArgumentException.class, () -> Resize.to(0, 5));
        assertThrows(IllegalArgumentException.class, () -> new Pad(-1, Border.EDGE, 0));
        assertThrows(IllegalArgumentException.class, () -> new RandomFlip(1.5, 0));
        assertThrows(IllegalArgumentException.class, () -> new RandomFlip(Double.NaN, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RandomErasing(0.5, List.of(0.4, 0.1), ANY_SHAPE, ErasingFill.NOISE));
        assertThrows(
                IllegalArgumentException.class, () -> new RandomAffine(5, 0, List.of(1.0), 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new ColorJitter(2, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Mixup(0));
        assertThrows(IllegalArgumentException.class, () -> new CutMix(-1));
    }

    @Test
    void everyFieldOfEveryComponentIsExplained() {
        assertEquals(12, Transforms.all().size());
        for (Class<? extends Component> type : Transforms.all()) {
            assertNotNull(type.getAnnotation(Help.class), type.getSimpleName());
            for (RecordComponent field : type.getRecordComponents()) {
                assertNotNull(field.getAnnotation(Help.class), type + "." + field.getName());
            }
        }
    }
}
