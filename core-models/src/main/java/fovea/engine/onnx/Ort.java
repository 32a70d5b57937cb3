package fovea.engine.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;

import fovea.engine.Device;
import fovea.engine.EngineException;
import fovea.engine.ProcessSettings;
import fovea.onnx.OnnxFile;

/// ONNX Runtime, loaded when it is first used.
final class Ort {
    private static final String CUDA = "cuda:";

    private Ort() {}

    /// Loading happens when this class is first used, which the JVM makes happen once.
    private static final class Library {
        static final OrtEnvironment ENVIRONMENT = load();

        private static OrtEnvironment load() {
            if (!OnnxDevices.cudaOnClassPath()) {
                NativeCache.use();
            }
            // What fails is thrown and told by us, so the library need not print it as well.
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "fovea");
            try {
                environment.setTelemetry(false);
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
            return environment;
        }
    }

    static OrtEnvironment environment() {
        try {
            return Library.ENVIRONMENT;
        } catch (LinkageError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new EngineException(
                    "ONNX Runtime could not be loaded: "
                            + cause.getMessage()
                            + "; use a 64-bit Linux, Windows or a Mac with Apple's processor, with"
                            + " free disk space under "
                            + System.getProperty("java.io.tmpdir")
                            + " for the native libraries",
                    e);
        }
    }

    /// Opens a session; the caller closes it.
    static OrtSession open(OnnxFile file, Device device) throws OrtException {
        OrtEnvironment environment = environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setIntraOpNumThreads(ProcessSettings.threads());
            options.setInterOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            // Idle threads sleep instead of taking a core from whoever prepares the next images.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            // Bytes that were checked as ONNX must not be taken for the library's own format.
            options.addConfigEntry("session.load_model_format", "ONNX");
            if (file.folder().isPresent()) {
                options.addConfigEntry(
                        "session.model_external_initializers_file_folder_path",
                        file.folder().get().toString());
            }
            if (device.id().startsWith(CUDA)) {
                options.addCUDA(Integer.parseInt(device.id().substring(CUDA.length())));
            }
            return environment.createSession(file.bytes(), options);
        }
    }

    /// The library's message without its code and the place in its source.
    static String reason(OrtException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason");
        return message.replaceFirst("^Error code - \\w+ - message: ", "")
                .replaceFirst("^\\S*:\\d+ .*?\\) ", "");
    }
}
