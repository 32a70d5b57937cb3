package fovea.app.export;

/// The files a net can leave as.
enum ExportFormat {
    /// ONNX, labels, preprocessing and a model card in one file.
    BUNDLE(".fovea"),
    /// The net alone, with labels and preprocessing in its metadata.
    ONNX(".onnx");

    private final String suffix;

    ExportFormat(String suffix) {
        this.suffix = suffix;
    }

    String suffix() {
        return suffix;
    }
}
