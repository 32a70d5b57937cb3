package fovea.app.data;

import fovea.app.data.DataModel.Mode;
import fovea.app.frame.Command;
import fovea.app.frame.Tools;
import fovea.app.text.Texts;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

import java.util.List;

/// What can be done in the room.
final class DataCommands {
    private final Command openFolder;
    private final Command openFile;
    private final Command previous;
    private final Command next;
    private final Command picture;
    private final Command back;
    private final Command clearFilter;
    private final Command larger;
    private final Command smaller;
    private final Command fit;
    private final Command original;
    private final Command problems;

    /// @param view does what only a view can
    DataCommands(Tools tools, DataModel model, Actions view) {
        Texts texts = tools.texts();
        BooleanBinding open =
                Bindings.createBooleanBinding(() -> model.dataset().isPresent(), model.state());
        BooleanBinding inPicture = model.mode().isEqualTo(Mode.PICTURE);
        BooleanBinding any =
                Bindings.createBooleanBinding(() -> !model.shown().get().isEmpty(), model.shown());
        openFolder = Command.of("data.open", texts, view::chooseFolder).keys("Shortcut+O");
        openFile = Command.of("data.open-file", texts, view::chooseFile).keys("Shortcut+Shift+O");
        previous =
                Command.of("data.previous", texts, () -> step(model, -1))
                        .keys("A")
                        .enabledWhen(any);
        next = Command.of("data.next", texts, () -> step(model, 1)).keys("D").enabledWhen(any);
        picture =
                Command.of("data.picture", texts, () -> model.look(Mode.PICTURE))
                        .keys("Enter")
                        .enabledWhen(
                                model.chosen()
                                        .greaterThanOrEqualTo(0)
                                        .and(model.mode().isEqualTo(Mode.GRID)));
        back =
                Command.of("data.back", texts, () -> model.look(Mode.GRID))
                        .keys("Esc")
                        .enabledWhen(model.mode().isNotEqualTo(Mode.GRID));
        clearFilter =
                Command.of("data.clear-filter", texts, model::clearClasses)
                        .keys("Shortcut+Shift+F")
                        .enabledWhen(
                                Bindings.createBooleanBinding(
                                        () -> !model.classes().get().isEmpty(), model.classes()));
        larger = Command.of("data.larger", texts, view::larger).keys("Shortcut+Equals");
        smaller = Command.of("data.smaller", texts, view::smaller).keys("Shortcut+Minus");
        fit = Command.of("data.fit", texts, view::fit).keys("Shortcut+F").enabledWhen(inPicture);
        original =
                Command.of("data.original", texts, view::originalSize)
                        .keys("Shortcut+0")
                        .enabledWhen(inPicture);
        problems =
                Command.of("data.problems", texts, () -> model.look(Mode.PROBLEMS))
                        .enabledWhen(open);
    }

    /// What only a view can do.
    interface Actions {
        void chooseFolder();

        void chooseFile();

        /// Larger thumbnails, or a larger picture.
        void larger();

        void smaller();

        void fit();

        void originalSize();
    }

    List<Command> all() {
        return List.of(
                openFolder,
                openFile,
                previous,
                next,
                picture,
                back,
                clearFilter,
                larger,
                smaller,
                fit,
                original,
                problems);
    }

    Command openFolder() {
        return openFolder;
    }

    Command previous() {
        return previous;
    }

    Command next() {
        return next;
    }

    Command back() {
        return back;
    }

    Command clearFilter() {
        return clearFilter;
    }

    Command larger() {
        return larger;
    }

    Command smaller() {
        return smaller;
    }

    Command fit() {
        return fit;
    }

    Command original() {
        return original;
    }

    private static void step(DataModel model, int by) {
        model.choose(Math.max(0, model.chosen().get() + by));
    }
}
