package fovea.imports.dl4j;

import com.fasterxml.jackson.databind.JsonNode;

/// Reads settings of the type they must have: one of another type is refused, not replaced by its
/// default.
final class Typed {
    private Typed() {}

    /// True or false; the default where it is missing or null.
    static boolean flag(JsonNode settings, String key, boolean otherwise) {
        JsonNode value = settings.path(key);
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        requireMissing(key, value);
        return otherwise;
    }

    /// A number; the default where it is missing or null.
    static double number(JsonNode settings, String key, double otherwise) {
        JsonNode value = settings.path(key);
        if (value.isNumber()) {
            return value.doubleValue();
        }
        requireMissing(key, value);
        return otherwise;
    }

    /// A text; the default where it is missing or null.
    static String text(JsonNode settings, String key, String otherwise) {
        JsonNode value = settings.path(key);
        if (value.isTextual()) {
            return value.textValue();
        }
        requireMissing(key, value);
        return otherwise;
    }

    private static void requireMissing(String key, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            throw Dl4jLayer.wrong(key, value);
        }
    }
}
