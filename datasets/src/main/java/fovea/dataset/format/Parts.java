package fovea.dataset.format;

import fovea.dataset.Dataset;
import fovea.dataset.DatasetParts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The names under which datasets are cut into parts.
final class Parts {
    private static final List<String> ORDER = List.of("train", "validation", "test");
    private static final Map<String, String> NAMES =
            Map.of(
                    "train", "train",
                    "training", "train",
                    "val", "validation",
                    "valid", "validation",
                    "validation", "validation",
                    "test", "test",
                    "testing", "test",
                    "t10k", "test");

    private Parts() {}

    static boolean isPart(String name) {
        return NAMES.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /// The name shown; a name that is not known stays as it is.
    static String shown(String name) {
        return NAMES.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    /// Train, validation and test first, the others by name.
    static DatasetParts ordered(Map<String, Dataset> parts) {
        List<String> names = new ArrayList<>(parts.keySet());
        names.sort(
                Comparator.comparingInt(
                                (String name) -> ORDER.contains(name) ? ORDER.indexOf(name) : 3)
                        .thenComparing(Comparator.naturalOrder()));
        Map<String, Dataset> ordered = new LinkedHashMap<>();
        for (String name : names) {
            Dataset part = parts.get(name);
            if (part != null) {
                ordered.put(name, part);
            }
        }
        return new DatasetParts(Collections.unmodifiableMap(ordered));
    }
}
