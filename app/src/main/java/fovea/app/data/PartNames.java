package fovea.app.data;

import fovea.app.text.Texts;

/// What people call the parts of a dataset.
final class PartNames {
    private PartNames() {}

    /// The usual parts in the user's language, others as they are.
    static String of(Texts texts, String part) {
        return texts.find("data.part." + part).orElse(part);
    }
}
