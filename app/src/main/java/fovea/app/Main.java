package fovea.app;

import fovea.app.cli.FoveaCommand;

import java.util.Locale;

/// Starts the window if nothing is asked, else the command line. It must not extend `Application`,
/// which would demand JavaFX as modules.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // figures read the same everywhere, and programs can read them
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        System.exit(FoveaCommand.run(args));
    }
}
