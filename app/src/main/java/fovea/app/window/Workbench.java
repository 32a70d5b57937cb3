package fovea.app.window;

import fovea.app.data.DataRoom;
import fovea.app.errors.ErrorsRoom;
import fovea.app.frame.Backends;
import fovea.app.frame.Frame;
import fovea.app.frame.Room;
import fovea.app.frame.Rooms;
import fovea.app.frame.Tools;
import fovea.app.frame.Workplace;
import fovea.app.jobs.Jobs;
import fovea.app.runs.JavaTrainer;
import fovea.app.runs.RunsRoom;
import fovea.app.runs.TrainerProcess;
import fovea.app.settings.Settings;
import fovea.app.text.Language;
import fovea.app.text.Texts;
import fovea.app.theme.Appearance;
import fovea.app.theme.Theme;
import fovea.run.RunFolder;

import java.util.List;

/// Everything the window consists of, put together.
public final class Workbench implements AutoCloseable {
    private final Tools tools;
    private final Rooms rooms;
    private final DataRoom data;
    private final Frame frame;

    private Workbench(Tools tools, Rooms rooms, DataRoom data) {
        this.tools = tools;
        this.data = data;
        this.rooms = rooms;
        this.frame = new Frame(tools, rooms);
    }

    /// Puts the window together, on its thread; it needs no stage.
    public static Workbench create(WindowOptions options, Settings settings) {
        return create(options, settings, new JavaTrainer());
    }

    /// With something else than a process of our own that trains.
    public static Workbench create(
            WindowOptions options, Settings settings, TrainerProcess trainer) {
        Tools tools = tools(options, settings);
        DataRoom data = new DataRoom(tools);
        RunsRoom runs = new RunsRoom(tools, trainer);
        ErrorsRoom errors = new ErrorsRoom(tools);
        Rooms rooms = new Rooms(List.of(data, runs, errors), settings);
        runs.onInspect(
                run -> {
                    rooms.show(errors);
                    errors.open(run);
                });
        errors.onRuns(() -> rooms.show(runs));
        options.dataset()
                .ifPresent(
                        path -> {
                            rooms.show(data);
                            data.open(path);
                        });
        options.run()
                .ifPresent(
                        path -> {
                            rooms.show(runs);
                            runs.open(new RunFolder(path));
                        });
        return new Workbench(tools, rooms, data);
    }

    public Tools tools() {
        return tools;
    }

    public DataRoom data() {
        return data;
    }

    public Frame frame() {
        return frame;
    }

    /// Lets every room put away what should be remembered, writes the settings and stops the jobs.
    @Override
    public void close() {
        rooms.all().forEach(Room::close);
        tools.settings().save();
        tools.jobs().close();
    }

    private static Tools tools(WindowOptions options, Settings settings) {
        Language language = settings.choice("window/language", Language.ofSystem());
        Appearance appearance = settings.choice("window/theme", Appearance.LIGHT);
        Backends backends = Backends.remembered(options.backends(), settings);
        return new Tools(
                new Texts(language),
                new Theme(appearance),
                new Jobs(),
                settings,
                new Workplace(options.home(), options.runs(), backends));
    }
}
