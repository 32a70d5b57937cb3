package fovea.image;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Carries pixels into OpenCV and back. Only its core, imgproc and imgcodecs modules are used:
/// highgui would pull in GTK 2, with which JavaFX cannot live in one process.
final class OpenCv {
    static {
        beQuiet();
        // The loader's workers are the parallelism; more threads below them only get in the way.
        opencv_core.setNumThreads(1);
    }

    private OpenCv() {}

    /// OpenCV writes of every damaged file to the console, and takes a log level only from the
    /// environment at the moment it is loaded.
    @SuppressWarnings("restricted")
    private static void beQuiet() {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor twoTexts =
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
        FunctionDescriptor textsAndChoice = twoTexts.appendArgumentLayouts(ValueLayout.JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom("OPENCV_LOG_LEVEL");
            MemorySegment level = arena.allocateFrom("SILENT");
            var posix = linker.defaultLookup().find("setenv");
            var windows = linker.defaultLookup().find("_putenv_s");
            if (posix.isPresent()) {
                int _ =
                        (int)
                                linker.downcallHandle(posix.get(), textsAndChoice)
                                        .invokeExact(name, level, 0);
            } else if (windows.isPresent()) {
                int _ =
                        (int)
                                linker.downcallHandle(windows.get(), twoTexts)
                                        .invokeExact(name, level);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("the environment could not be set", e);
        }
    }

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
        return new Mat(image.height(), image.width(), opencv_core.CV_8UC(image.channels()), memory);
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
