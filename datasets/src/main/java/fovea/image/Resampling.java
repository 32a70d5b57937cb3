package fovea.image;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// Pixels at other places: scaling and affine maps. Always a new image.
public final class Resampling {
    private Resampling() {}

    /// The image stretched to a size: averaged over areas when it shrinks, bilinear when it grows.
    public static PixelImage resize(PixelImage image, int width, int height) {
        if (width == image.width() && height == image.height()) {
            return image;
        }
        OpenCv.ready();
        boolean smaller = width <= image.width() && height <= image.height();
        int how = smaller ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
        try (PointerScope _ = new PointerScope()) {
            Mat result = new Mat();
            opencv_imgproc.resize(OpenCv.mat(image), result, new Size(width, height), 0, 0, how);
            return new PixelImage(width, height, image.channels(), OpenCv.bytes(result));
        }
    }

    /// The image made smaller, keeping its shape, so that no side is longer than `side`; an image
    /// that is small enough is returned as it is.
    public static PixelImage fit(PixelImage image, int side) {
        double scale = (double) side / Math.max(image.width(), image.height());
        if (scale >= 1) {
            return image;
        }
        int width = Math.max(1, (int) Math.round(image.width() * scale));
        int height = Math.max(1, (int) Math.round(image.height() * scale));
        return resize(image, width, height);
    }

    /// An image of the same size whose pixel at `(x, y)` is taken, bilinearly, from `(a·x + b·y +
    /// c, d·x + e·y + f)` of the source.
    ///
    /// @param inverse `a b c d e f`
    /// @param fill value 0…255 of every channel outside the source
    public static PixelImage warp(PixelImage image, double[] inverse, int fill) {
        OpenCv.ready();
        try (PointerScope _ = new PointerScope()) {
            Mat result = new Mat();
            Mat map = new Mat(2, 3, opencv_core.CV_64FC1, new DoublePointer(inverse));
            opencv_imgproc.warpAffine(
                    OpenCv.mat(image),
                    result,
                    map,
                    new Size(image.width(), image.height()),
                    opencv_imgproc.INTER_LINEAR | opencv_imgproc.WARP_INVERSE_MAP,
                    opencv_core.BORDER_CONSTANT,
                    Scalar.all(fill));
            return new PixelImage(
                    image.width(), image.height(), image.channels(), OpenCv.bytes(result));
        }
    }
}
