package fovea.app.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/// What is remembered from one start to the next, as words by key: `window/width`.
///
/// A file that is missing or cannot be read counts as empty, and one that cannot be written is left
/// as it is: forgetting a splitter is no reason to bother anybody.
public final class Settings {
    /// The system property that names the folder, in place of the user's.
    public static final String FOLDER_PROPERTY = "fovea.config";

    private final Path file;
    private final Map<String, String> values = new TreeMap<>();

    private Settings(Path file) {
        this.file = file;
    }

    /// The settings of this machine's user.
    public static Settings ofUser() {
        return in(folder());
    }

    /// The settings kept in a folder, which need not exist yet.
    public static Settings in(Path folder) {
        Settings settings = new Settings(folder.resolve("window.properties"));
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(settings.file)) {
            read.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            return settings;
        }
        read.forEach((key, value) -> settings.values.put((String) key, (String) value));
        return settings;
    }

    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public double number(String key, double fallback) {
        try {
            double number = Double.parseDouble(values.getOrDefault(key, "" + fallback));
            return Double.isFinite(number) ? number : fallback;
        } catch (NumberFormatException e) {
            return fallback;
        }
    }

    /// The remembered constant of an enum.
    public <E extends Enum<E>> E choice(String key, E fallback) {
        return value(key).stream()
                .flatMap(
                        name ->
                                Arrays.stream(fallback.getDeclaringClass().getEnumConstants())
                                        .filter(each -> each.name().equals(name)))
                .findFirst()
                .orElse(fallback);
    }

    public void put(String key, Object value) {
        values.put(key, value.toString());
    }

    /// Writes the file through a temporary one, so that a crash leaves the old or the new.
    public void save() {
        Properties all = new Properties();
        all.putAll(values);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                all.store(writer, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            System.getLogger(Settings.class.getName())
                    .log(System.Logger.Level.WARNING, "settings were not saved: " + e);
        }
    }

    private static Path folder() {
        String named = System.getProperty(FOLDER_PROPERTY);
        if (named != null) {
            return Path.of(named);
        }
        Path home = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return environment("APPDATA").orElse(home.resolve("AppData/Roaming")).resolve("Fovea");
        }
        if (system.contains("mac")) {
            return home.resolve("Library/Application Support/Fovea");
        }
        return environment("XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("fovea");
    }

    private static Optional<Path> environment(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
