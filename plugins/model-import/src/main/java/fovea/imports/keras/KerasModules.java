package fovea.imports.keras;

import com.fasterxml.jackson.databind.JsonNode;

/// Where classes of Keras come from. A class of the same name from elsewhere is somebody's own.
final class KerasModules {
    private KerasModules() {}

    /// Whether what is written is a function that was called, not a layer. Files that name no
    /// module write functions without the settings that every layer has.
    static boolean isOperation(String module, JsonNode config) {
        return module.isEmpty()
                ? !config.has("trainable") && !config.isArray()
                : module.matches("keras\\.(src\\.)?ops\\b.*");
    }

    /// Whether a class is Keras' own; older files name no module.
    static boolean isOwn(String module) {
        return module.isEmpty()
                || module.matches("(tf_)?keras(\\..*)?")
                || module.matches("tensorflow\\.(python\\.)?keras(\\..*)?");
    }
}
