package fovea.image;

import fovea.problem.InvalidInputException;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The one decoder every image file goes through: PNG, JPEG, BMP, GIF (first picture), TIFF (first
/// page) and WebP.
///
/// The header is read and judged before any pixel. 16 bits a channel are scaled to 8, palettes
/// become RGB, transparency is blended with white, and the EXIF orientation is applied. Files that
/// are empty, cut off, damaged, of another kind or larger than the memory budget throw
/// [InvalidInputException]. The budget is 100 megapixels unless the system property
/// `fovea.maxMegapixels` says otherwise.
public final class ImageDecoder {
    /// The system property that holds the largest image, in millions of pixels, that is decoded.
    public static final String MAX_MEGAPIXELS = "fovea.maxMegapixels";

    private static final String DEFAULT_MEGAPIXELS = "100";
    // Even four uncompressed channels of 16 bits stay below this for each pixel.
    private static final double MAX_BYTES_PER_PIXEL = 8;

    private ImageDecoder() {}

    public static PixelImage decode(Path path) {
        return decode(read(path), path.toString());
    }

    /// @param name what errors call the image
    public static PixelImage decode(byte[] file, String name) {
        try {
            ImageHeader header = check(file);
            return pixels(file, header, opencv_imgcodecs.IMREAD_UNCHANGED);
        } catch (ImageFault fault) {
            throw fault.in(name);
        }
    }

    /// A small version of which no side is longer than `maxSide`: for thumbnails, much faster than
    /// [#decode] for large JPEG files.
    public static PixelImage decodeReduced(Path path, int maxSide) {
        byte[] file = read(path);
        try {
            ImageHeader header = check(file);
            return Resampling.fit(pixels(file, header, reducedFlags(header, maxSide)), maxSide);
        } catch (ImageFault fault) {
            throw fault.in(path.toString());
        }
    }

    /// Reads what the header says, without the pixels, and refuses what [#decode] would refuse for
    /// it.
    public static ImageHeader probe(Path path) {
        requireFile(path);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            requireSize(path, channel.size());
            ByteBuffer file =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena)
                            .asByteBuffer();
            ImageHeader header = HeaderReader.read(file);
            requireBudget(header);
            return header;
        } catch (IOException e) {
            throw InvalidInputException.unreadable(path, e);
        } catch (ImageFault fault) {
            throw fault.in(path.toString());
        }
    }

    private static byte[] read(Path path) {
        requireFile(path);
        try {
            requireSize(path, Files.size(path));
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw InvalidInputException.unreadable(path, e);
        }
    }

    private static void requireFile(Path path) {
        if (Files.isDirectory(path)) {
            throw InvalidInputException.of(
                    path.toString(), "this is a folder, not an image", "name a file in it");
        }
        // Reading a pipe or a device could wait for ever.
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw InvalidInputException.of(
                    path.toString(), "this is not an ordinary file", "copy the image to one");
        }
    }

    private static void requireSize(Path path, long bytes) {
        if (bytes > Math.min(Integer.MAX_VALUE - 8, maxMegapixels() * 1e6 * MAX_BYTES_PER_PIXEL)) {
            throw InvalidInputException.of(
                    path.toString(),
                    "the file has %d MB, more than any image within the limit of %.0f megapixels"
                            .formatted(bytes / 1_000_000, maxMegapixels()),
                    budgetCure());
        }
    }

    private static ImageHeader check(byte[] file) throws ImageFault {
        ByteBuffer buffer = ByteBuffer.wrap(file);
        ImageHeader header = HeaderReader.read(buffer);
        requireBudget(header);
        HeaderReader.checkComplete(header, buffer);
        return header;
    }

    private static void requireBudget(ImageHeader header) throws ImageFault {
        if (header.megapixels() > maxMegapixels()) {
            throw new ImageFault(
                    "its header claims %d×%d pixels (%.0f megapixels), the limit is %.0f"
                            .formatted(
                                    header.storedWidth(),
                                    header.storedHeight(),
                                    header.megapixels(),
                                    maxMegapixels()),
                    budgetCure());
        }
    }

    private static double maxMegapixels() {
        String text = System.getProperty(MAX_MEGAPIXELS, DEFAULT_MEGAPIXELS);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw InvalidInputException.of(
                    "system property " + MAX_MEGAPIXELS,
                    "'" + text + "' is not a number",
                    "give it in millions of pixels, such as " + DEFAULT_MEGAPIXELS);
        }
    }

    private static String budgetCure() {
        return "scale it down, or start with -D" + MAX_MEGAPIXELS + "=… if there is memory for it";
    }

    private static int reducedFlags(ImageHeader header, int maxSide) {
        int side = Math.max(header.storedWidth(), header.storedHeight());
        if (header.format() != ImageFormat.JPEG || side < 2 * maxSide) {
            return opencv_imgcodecs.IMREAD_UNCHANGED;
        }
        boolean grey = header.channels() == 1;
        int reduced =
                switch (Math.min(3, 31 - Integer.numberOfLeadingZeros(side / maxSide))) {
                    case 1 ->
                            grey
                                    ? opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_2
                                    : opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
                    case 2 ->
                            grey
                                    ? opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_4
                                    : opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
                    default ->
                            grey
                                    ? opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_8
                                    : opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
                };
        return reduced | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
    }

    private static PixelImage pixels(byte[] file, ImageHeader header, int flags) throws ImageFault {
        OpenCv.ready();
        try (PointerScope _ = new PointerScope()) {
            Mat mat = eightBits(opencv_imgcodecs.imdecode(OpenCv.row(file), flags));
            byte[] bytes = OpenCv.bytes(mat);
            byte[] pixels =
                    mat.channels() == 1 && header.channels() == 1
                            ? bytes
                            : PixelUnpacking.rgb(bytes, mat.channels());
            int channels = pixels.length == mat.rows() * mat.cols() ? 1 : 3;
            PixelImage image = new PixelImage(mat.cols(), mat.rows(), channels, pixels);
            // OpenCV turns TIFF pages upright by itself, whatever the flags.
            int orientation = header.format() == ImageFormat.TIFF ? 1 : header.orientation();
            return PixelUnpacking.upright(image, orientation).withChannels(header.channels());
        } catch (RuntimeException e) {
            throw ImageFault.damaged("its pixels cannot be decoded");
        }
    }

    private static Mat eightBits(Mat mat) throws ImageFault {
        if (mat.empty()) {
            throw ImageFault.damaged("its pixels cannot be decoded");
        }
        if (mat.depth() == opencv_core.CV_8U) {
            return mat;
        }
        if (mat.depth() != opencv_core.CV_16U) {
            throw new ImageFault(
                    "its values are neither 8 nor 16 bits without sign",
                    "save it with 8 or 16 bits a channel");
        }
        Mat scaled = new Mat();
        mat.convertTo(scaled, opencv_core.CV_8U, 1 / 257.0, 0);
        return scaled;
    }
}
