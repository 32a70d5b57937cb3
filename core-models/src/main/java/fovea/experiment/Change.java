package fovea.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A value put in place of another: `optimizer.lr=0.01`, `data.augment.0.padding=2`.
///
/// @param path field names and list indices, joined by dots
/// @param text the value in YAML; for a text field the text itself, without quotes
/// @param place where the change was asked for
record Change(String path, String text, String place) {
    /// Reads an override of the command line.
    static Optional<Change> parse(String override, Findings findings) {
        int equals = override.indexOf('=');
        if (equals <= 0) {
            findings.add(
                    "--set " + Suggestions.shortened(override),
                    "",
                    "an override is PATH=VALUE",
                    "for example --set optimizer.lr=0.01");
            return Optional.empty();
        }
        String path = override.substring(0, equals).strip();
        return Optional.of(new Change(path, override.substring(equals + 1), "--set " + path));
    }

    /// What is applied first: the choice of a component before its fields, outer before inner.
    int rank() {
        List<String> steps = steps();
        return steps.getLast().equals(Binder.TYPE) ? steps.size() : Integer.MAX_VALUE;
    }

    List<String> steps() {
        return Arrays.asList(path.split("\\.", -1));
    }
}
