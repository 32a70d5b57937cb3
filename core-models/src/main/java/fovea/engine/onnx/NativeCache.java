package fovea.engine.onnx;

import ai.onnxruntime.OrtEnvironment;

import org.bytedeco.javacpp.Loader;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Locale;

/// ONNX Runtime's native libraries, unpacked once into JavaCPP's cache beside those of libtorch.
/// Left to itself the library unpacks some 30 MB at every start, and leaves a folder behind.
final class NativeCache {
    private static final String PATH = "onnxruntime.native.path";

    private NativeCache() {}

    /// Tells the library where to load from, unless the user has or its own way must do.
    static void use() {
        if (System.getProperty(PATH) != null) {
            return;
        }
        try {
            String folder = "/ai/onnxruntime/native/" + platform() + "/";
            Path library = unpacked(folder + System.mapLibraryName("onnxruntime"));
            unpacked(folder + System.mapLibraryName("onnxruntime4j_jni"));
            System.setProperty(PATH, String.valueOf(library.getParent()));
        } catch (IOException e) {
            // It then unpacks itself into the folder for temporary files, or says why it cannot.
            return;
        }
    }

    private static Path unpacked(String resource) throws IOException {
        URL url = OrtEnvironment.class.getResource(resource);
        File file = url == null ? null : Loader.cacheResource(url);
        if (file == null) {
            throw new IOException(resource + " is not there");
        }
        return file.toPath();
    }

    /// As the library calls it.
    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String family = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
        String processor = System.getProperty("os.arch", "");
        boolean arm = processor.equals("aarch64") || processor.equals("arm64");
        return family + (arm ? "-aarch64" : "-x64");
    }
}
