package fovea.app.runs;

import fovea.app.frame.Command;

import java.util.List;

/// What can be done with runs.
record RunCommands(Command create, Command stop, Command force, Command resume, Command inspect) {
    List<Command> all() {
        return List.of(create, stop, resume, inspect);
    }
}
