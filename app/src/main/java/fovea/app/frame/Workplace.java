package fovea.app.frame;

import java.nio.file.Path;

/// Where things are and what computes.
///
/// @param home Fovea's own folder, with `assets` in it
/// @param runs the folder that holds run folders
public record Workplace(Path home, Path runs, Backends backends) {
    /// A file or folder of Fovea's own `assets`.
    public Path asset(String path) {
        return home.resolve("assets").resolve(path);
    }
}
