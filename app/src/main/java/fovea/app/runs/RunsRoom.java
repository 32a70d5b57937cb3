package fovea.app.runs;

import fovea.app.chart.ChartOptions;
import fovea.app.chart.ChartTools;
import fovea.app.chart.ChartWorker;
import fovea.app.chart.HorizontalAxis;
import fovea.app.chart.VerticalScale;
import fovea.app.form.FormModel;
import fovea.app.frame.Command;
import fovea.app.frame.Room;
import fovea.app.frame.Tools;
import fovea.run.RunFolder;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Start runs, watch them learn, stop and resume them, compare with those before.
public final class RunsRoom implements Room {
    private static final int FOUND = 20;

    private final Tools tools;
    private final RunsModel model;
    private final NewRunModel newRun;
    private final ChartWorker worker = new ChartWorker();
    private final ChartOptions options = new ChartOptions();
    private final NewRunPanel panel;
    private final RunView run;
    private final RunsView view;
    private final RunInspector inspector;
    private final RunCommands commands;
    private Consumer<RunFolder> inspect = run -> {};

    /// @param trainer starts the processes that train
    public RunsRoom(Tools tools, TrainerProcess trainer) {
        this.tools = tools;
        model = new RunsModel(tools, trainer, worker::together);
        newRun = new NewRunModel(tools);
        options.smoothing()
                .set(tools.settings().number("runs/smoothing", options.smoothing().get()));
        restore(options.axis(), "runs/axis", HorizontalAxis.values());
        restore(options.scale(), "runs/scale", VerticalScale.values());
        commands = make();
        ChartTools charts = new ChartTools(tools.texts(), tools.theme(), worker, options);
        panel = new NewRunPanel(tools, newRun, model.control().starting(), this::train);
        run = new RunView(tools, model, commands, charts);
        view = new RunsView(tools, model, commands, new RunsView.Pages(panel, run));
        inspector = new RunInspector(tools, model);
    }

    private <E extends Enum<E>> void restore(ObjectProperty<E> property, String key, E[] all) {
        tools.settings()
                .value(key)
                .flatMap(
                        name ->
                                Arrays.stream(all)
                                        .filter(each -> each.name().equals(name))
                                        .findFirst())
                .ifPresent(property::set);
        property.subscribe(value -> tools.settings().put(key, value.name()));
    }

    /// What happens when somebody wants to see a run's errors.
    public void onInspect(Consumer<RunFolder> action) {
        inspect = action;
    }

    /// Shows a run.
    public void open(RunFolder run) {
        view.leaveNewRun();
        model.choose(run);
    }

    /// Shows the form of an experiment.
    public void edit(Path experiment) {
        newRun.open(experiment);
        view.showNewRun();
    }

    private RunCommands make() {
        SimpleBooleanProperty none = new SimpleBooleanProperty();
        none.bind(
                Bindings.createBooleanBinding(
                        () -> model.chosen().get().isEmpty(), model.chosen()));
        return new RunCommands(
                Command.of("runs.create", tools.texts(), this::create).keys("Shortcut+N"),
                Command.of("runs.stop", tools.texts(), () -> chosen(model.control()::stop))
                        .enabledWhen(none.not()),
                Command.of("runs.force", tools.texts(), () -> chosen(model.control()::kill)),
                Command.of("runs.resume", tools.texts(), () -> chosen(this::resume))
                        .enabledWhen(none.not()),
                Command.of(
                                "runs.inspect",
                                tools.texts(),
                                () -> chosen(run -> inspect.accept(run.folder())))
                        .keys("Shortcut+E")
                        .enabledWhen(none.not()));
    }

    private void create() {
        newRun.openAny();
        view.showNewRun();
        panel.enter();
    }

    private void resume(OpenedRun run) {
        if (!run.active()
                && RunHeader.resumable(RunHeader.stateOf(run, model.summary(run.folder())))) {
            model.resume(run);
        }
    }

    private void chosen(Consumer<OpenedRun> action) {
        model.chosen().get().ifPresent(action);
    }

    private void train(FormModel form) {
        model.control()
                .train(
                        form.experiment().get(),
                        run -> {
                            view.leaveNewRun();
                            model.show(run);
                            view.focusList();
                        });
    }

    @Override
    public String id() {
        return "runs";
    }

    @Override
    public String nameKey() {
        return "runs.room";
    }

    @Override
    public Ikon icon() {
        return Feather.PLAY;
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
        return model.chosen().map(run -> run.map(open -> open.folder().name()).orElse(""));
    }

    @Override
    public List<Command> subjects() {
        return find("");
    }

    @Override
    public List<Command> commands() {
        List<Command> all = new ArrayList<>(commands.all());
        all.addAll(run.zooming().list());
        return all;
    }

    /// Runs by their name.
    @Override
    public List<Command> find(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return model.runs().stream()
                .filter(run -> run.name().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(FOUND)
                .map(run -> Command.named(run.name(), () -> open(run.folder())))
                .toList();
    }

    /// Takes an experiment file.
    @Override
    public boolean accept(List<Path> dropped) {
        Optional<Path> file =
                dropped.stream().filter(path -> path.toString().matches(".*\\.ya?ml")).findFirst();
        file.ifPresent(this::edit);
        return file.isPresent();
    }

    @Override
    public void shown() {
        model.refresh();
    }

    @Override
    public void close() {
        tools.settings().put("runs/smoothing", options.smoothing().get());
        model.close();
        worker.close();
    }
}
