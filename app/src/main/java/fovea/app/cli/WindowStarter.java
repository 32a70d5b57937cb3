package fovea.app.cli;

import fovea.app.frame.Backend;
import fovea.app.process.OwnProcess;
import fovea.app.window.WindowLauncher;
import fovea.app.window.WindowOptions;
import fovea.engine.Engine;
import fovea.plugin.Plugins;
import fovea.problem.InvalidInputException;
import fovea.run.RunFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Opens the window, here or in a process of its own.
final class WindowStarter {
    private WindowStarter() {}

    /// Opens the window and returns when it is closed.
    static void open(Path runs, Optional<Path> run) {
        if (!possible()) {
            throw noDisplay("neither DISPLAY nor WAYLAND_DISPLAY is set");
        }
        try {
            show(runs, run);
        } catch (UnsupportedOperationException e) {
            throw noDisplay(String.valueOf(e.getMessage()));
        }
    }

    private static InvalidInputException noDisplay(String why) {
        return InvalidInputException.of(
                "window",
                "there is no display to show it on (" + why + ")",
                "log in with a display, or use the command line: fovea --help");
    }

    private static void show(Path runs, Optional<Path> run) {
        WindowLauncher.open(
                new WindowOptions(
                        Home.path(), runs, run, Optional.empty(), WindowStarter::backends));
    }

    private static List<Backend> backends() {
        return Plugins.discover().engines().values().stream()
                .map(Supplier::get)
                .filter(Engine::trains)
                .flatMap(
                        engine ->
                                engine.devices().stream()
                                        .map(device -> new Backend(engine.name(), device)))
                .toList();
    }

    /// Whether a window could be shown.
    static boolean possible() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Map<String, String> environment = System.getenv();
        return !System.getProperty("glass.platform", "").isEmpty()
                || system.contains("win")
                || system.contains("mac")
                || environment.containsKey("DISPLAY")
                || environment.containsKey("WAYLAND_DISPLAY");
    }

    /// Starts the window on a run as a process of its own, which outlives this one.
    static void spawn(Path runs, RunFolder run) {
        List<String> words = List.of("--runs", runs.toString(), "--show", run.root().toString());
        try {
            OwnProcess.startWindow(words, run.root().resolve("window.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
