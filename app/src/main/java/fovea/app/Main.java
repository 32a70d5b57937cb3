package fovea.app;

import fovea.app.cli.FoveaCommand;

/// Starts the window if nothing is asked, else the command line. It must not extend `Application`,
/// which would demand JavaFX as modules.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(FoveaCommand.run(args));
    }
}
