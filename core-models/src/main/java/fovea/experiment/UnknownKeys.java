package fovea.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds keys that a record does not have, and what they may stand for.
final class UnknownKeys {
    private final Findings findings;
    private final List<FieldInfo> fields;
    private final List<String> names;

    UnknownKeys(Findings findings, List<FieldInfo> fields) {
        this.findings = findings;
        this.fields = fields;
        this.names = fields.stream().map(FieldInfo::name).toList();
    }

    /// Tells each unknown key.
    ///
    /// @param path of the record
    /// @return fields that unknown keys seem to stand for
    Set<String> report(Map<String, Tree.Entry> given, String path) {
        Set<String> meant = new HashSet<>();
        given.forEach(
                (key, entry) -> {
                    if (!names.contains(key)) {
                        Optional<String> guess = guess(key);
                        guess.ifPresent(meant::add);
                        findings.add(
                                entry.keyPlace(),
                                path,
                                "unknown key '" + Suggestions.shortened(key) + "'",
                                Suggestions.of(guess, names));
                    }
                });
        return meant;
    }

    private Optional<String> guess(String key) {
        return nested(key).or(() -> Suggestions.nearest(key, names)).or(() -> byHelp(key));
    }

    /// A field of one of the record's records: `epochs` beside `training` is `training.epochs`.
    private Optional<String> nested(String key) {
        if (names.stream().anyMatch(name -> Suggestions.same(name, key))) {
            return Optional.empty();
        }
        for (FieldInfo field : fields) {
            if (field.type() instanceof FieldType.RecordOf part) {
                for (FieldInfo inner : FieldInfo.of(part.type())) {
                    if (Suggestions.same(inner.name(), key)) {
                        return Optional.of(field.name() + "." + inner.name());
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// A field whose help begins with the key's words.
    private Optional<String> byHelp(String key) {
        String words = Suggestions.plain(key);
        return fields.stream()
                .filter(field -> !words.isEmpty())
                .filter(field -> Suggestions.plain(field.help()).startsWith(words))
                .map(FieldInfo::name)
                .findFirst();
    }
}
