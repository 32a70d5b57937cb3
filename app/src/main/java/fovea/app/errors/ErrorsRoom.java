package fovea.app.errors;

import fovea.app.frame.Command;
import fovea.app.frame.Room;
import fovea.app.frame.Tools;
import fovea.app.picture.Thumbnails;
import fovea.run.RunFolder;
import fovea.sample.ClassList;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// See what a run gets wrong, epoch by epoch, while it trains or afterwards.
public final class ErrorsRoom implements Room {
    private static final int FOUND = 20;

    private final Tools tools;
    private final ErrorsModel model;
    private final Thumbnails thumbnails = new Thumbnails();
    private final ErrorsView view;
    private final JudgedInspector inspector;
    private Runnable toRuns = () -> {};

    public ErrorsRoom(Tools tools) {
        this.tools = tools;
        model = new ErrorsModel(tools);
        model.run().subscribe(() -> thumbnails.clear());
        Command runs = Command.of("errors.to.runs", tools.texts(), () -> toRuns.run());
        view = new ErrorsView(tools, model, thumbnails, runs);
        inspector = new JudgedInspector(tools, model, thumbnails);
    }

    /// What happens when somebody without a run wants to make one.
    public void onRuns(Runnable action) {
        toRuns = action;
    }

    /// Shows the errors of a run, at its newest validation.
    public void open(RunFolder run) {
        model.open(run);
    }

    @Override
    public String id() {
        return "errors";
    }

    @Override
    public String nameKey() {
        return "errors.room";
    }

    @Override
    public Ikon icon() {
        return Feather.TARGET;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Optional<Node> inspector() {
        return Optional.of(inspector);
    }

    @Override
    public ObservableValue<String> subject() {
        return model.run().map(run -> run.map(RunFolder::name).orElse(""));
    }

    @Override
    public List<Command> subjects() {
        return model.runs().stream()
                .limit(FOUND)
                .map(run -> Command.named(run.name(), () -> model.open(run)))
                .toList();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("errors.earlier", tools.texts(), () -> step(-1)).keys("A"),
                Command.of("errors.later", tools.texts(), () -> step(1)).keys("D"),
                Command.of("errors.all", tools.texts(), () -> model.cell().set(Optional.empty()))
                        .keys("Shortcut+Backspace"));
    }

    private void step(int by) {
        model.choose(model.place().get() + by);
    }

    /// Classes, whose mistakes are shown: the cell they are most often taken for.
    @Override
    public List<Command> find(String word) {
        List<Command> found = new ArrayList<>();
        model.errors()
                .ifPresent(
                        errors ->
                                IntStream.range(0, errors.classes().size())
                                        .filter(i -> matches(errors.classes(), i, word))
                                        .limit(FOUND)
                                        .forEach(i -> found.add(showMistakes(errors, i))));
        return found;
    }

    private static boolean matches(ClassList classes, int index, String word) {
        return classes.name(index).toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }

    private Command showMistakes(EpochErrors errors, int truth) {
        int worst =
                IntStream.range(0, errors.classes().size())
                        .filter(p -> p != truth)
                        .boxed()
                        .max((a, b) -> count(errors, truth, a) - count(errors, truth, b))
                        .orElse(truth);
        return Command.named(
                errors.classes().name(truth) + " → " + errors.classes().name(worst),
                () -> model.cell().set(Optional.of(new Cell(truth, worst))));
    }

    private static int count(EpochErrors errors, int truth, int predicted) {
        return errors.confusion().count(truth, predicted);
    }

    @Override
    public void shown() {
        model.show();
    }

    @Override
    public void hidden() {
        model.hide();
    }

    @Override
    public void close() {
        model.close();
        thumbnails.close();
    }
}
