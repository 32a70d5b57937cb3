package fovea.app.window;

import fovea.app.frame.Backend;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// How the window opens.
///
/// @param home Fovea's own folder, with `assets` in it
/// @param runs the folder that holds run folders
/// @param run a run to show at once
/// @param dataset a dataset to show at once
/// @param backends looks for what can train; may block, called away from the window's thread
public record WindowOptions(
        Path home,
        Path runs,
        Optional<Path> run,
        Optional<Path> dataset,
        Supplier<List<Backend>> backends) {}
