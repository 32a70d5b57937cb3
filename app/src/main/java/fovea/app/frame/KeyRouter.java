package fovea.app.frame;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Carries keys to commands.
///
/// Keys with a modifier and function keys come before any control, since they mean the same
/// everywhere. Plain keys come after the controls and never while text is typed.
final class KeyRouter {
    private final FrameCommands commands;
    private final BooleanSupplier covered;

    /// @param covered whether something lies over the window and has the keys to itself
    KeyRouter(FrameCommands commands, BooleanSupplier covered) {
        this.commands = commands;
        this.covered = covered;
    }

    void install(Node root) {
        root.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (!isPlain(event)) {
                        route(event);
                    }
                });
        root.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (isPlain(event) && !(event.getTarget() instanceof TextInputControl)) {
                        route(event);
                    }
                });
        root.addEventHandler(
                KeyEvent.KEY_TYPED,
                event -> {
                    boolean typing = event.getTarget() instanceof TextInputControl;
                    if (event.getCharacter().equals("?") && !typing && !covered.getAsBoolean()) {
                        commands.cheatSheet().run();
                        event.consume();
                    }
                });
    }

    private void route(KeyEvent event) {
        if (covered.getAsBoolean()) {
            return;
        }
        fitting(commands.all(), event)
                .ifPresent(
                        command -> {
                            command.run();
                            event.consume();
                        });
    }

    private static Optional<Command> fitting(List<Command> commands, KeyEvent event) {
        return commands.stream()
                .filter(command -> command.enabled().get())
                .filter(command -> command.keys().filter(keys -> fits(keys, event)).isPresent())
                .findFirst();
    }

    private static boolean fits(KeyCombination keys, KeyEvent event) {
        return keys.match(event);
    }

    private static boolean isPlain(KeyEvent event) {
        KeyCode code = event.getCode();
        return !event.isControlDown()
                && !event.isMetaDown()
                && !event.isAltDown()
                && !code.isFunctionKey();
    }
}
