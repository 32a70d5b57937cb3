package fovea.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/// Photographs, scans and masks of many makers, judged by the JDK's decoders.
final class RealImagesTest {
    private static final int FROM_EACH_FOLDER = 2;

    private static List<Path> images(Path root) throws IOException {
        Map<Path, Integer> taken = new HashMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(ImageFormat::namedAsImage)
                    .filter(file -> !file.endsWith("broken.jpg"))
                    .sorted()
                    .filter(
                            file ->
                                    taken.merge(file.resolveSibling("."), 1, Integer::sum)
                                            <= FROM_EACH_FOLDER)
                    .toList();
        }
    }

    @Test
    void agreeWithTheJdk() throws IOException {
        Path root = Path.of(System.getProperty("fovea.root", ".."));
        Path data = root.resolve("../shared/data").normalize();
        Assumptions.assumeTrue(Files.isDirectory(data), "no real data beside the repository");
        List<Path> files = images(data);
        assertTrue(files.size() > 10, files.toString());
        for (Path file : files) {
            PixelImage image = ImageDecoder.decode(file);
            ImageHeader header = ImageDecoder.probe(file);
            assertEquals(image.width(), header.width(), file.toString());
            assertEquals(image.height(), header.height(), file.toString());
            assertEquals(image.channels(), header.channels(), file.toString());
            BufferedImage other = ImageIO.read(file.toFile());
            if (other != null && header.orientation() == 1) {
                assertEquals(other.getWidth(), image.width(), file.toString());
                assertTrue(difference(image, other) < 4, file + ": " + difference(image, other));
            }
        }
    }

    /// Mean difference of the values, where the JDK shows colours; it shows grey ones
    /// gamma-corrected.
    private static double difference(PixelImage image, BufferedImage other) {
        boolean grey = other.getColorModel().getNumComponents() < 3;
        long sum = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                if (grey && other.getSampleModel().getSampleSize(0) == 8) {
                    sum += Math.abs(image.at(x, y, 0) - other.getRaster().getSample(x, y, 0));
                } else if (!grey && !other.getColorModel().hasAlpha()) {
                    int red = other.getRGB(x, y) >> 16 & 0xFF;
                    sum += Math.abs(image.at(x, y, 0) - red);
                }
            }
        }
        return (double) sum / image.width() / image.height();
    }

    @Test
    void decodingNeverLoadsTheModuleThatPullsInGtk() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        Assumptions.assumeTrue(Files.isReadable(maps), "only Linux lists its libraries there");
        ImageDecoder.decode(TestImages.written(TestImages.gradient(3, 3, 3), "jpg"), "x.jpg");
        String libraries = Files.readString(maps);
        assertTrue(libraries.contains("opencv_imgcodecs"));
        assertFalse(libraries.contains("opencv_highgui"), "highgui kills JavaFX");
        assertFalse(libraries.contains("libgtk"), "GTK 2 kills JavaFX");
    }
}
