package fovea.image;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/// Carries pixels into OpenCV and back. Only its core, imgproc and imgcodecs modules are used:
/// highgui would pull in GTK 2, with which JavaFX cannot live in one process.
final class OpenCv {
    static {
        // The loader's workers are the parallelism; more threads below them only get in the way.
        opencv_core.setNumThreads(1);
    }

    private OpenCv() {}

    /// Runs the static set-up once.
    static void ready() {}

    /// A copy of bytes in native memory, to be used within a `PointerScope`.
    static Mat row(byte[] bytes) {
        BytePointer memory = new BytePointer((long) bytes.length).put(bytes);
        return new Mat(1, bytes.length, opencv_core.CV_8UC1, memory);
    }

    /// A copy of an image in native memory, to be used within a `PointerScope`.
    static Mat mat(PixelImage image) {
        BytePointer memory = new BytePointer((long) image.pixels().length).put(image.pixels());
        return new Mat(
                image.height(), image.width(), opencv_core.CV_8UC(image.channels()), memory);
    }

    /// The elements of a continuous 8-bit matrix, row by row.
    static byte[] bytes(Mat mat) {
        byte[] bytes =
                new byte
                        [Math.toIntExact(
                                Math.multiplyFull(mat.rows(), mat.cols()) * mat.channels())];
        mat.data().get(bytes);
        return bytes;
    }
}
