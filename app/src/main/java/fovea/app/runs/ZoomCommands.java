package fovea.app.runs;

import fovea.app.chart.ChartOptions;
import fovea.app.frame.Command;
import fovea.app.frame.Widgets;
import fovea.app.text.Texts;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// How the charts of a run are looked at closer, from keys and buttons.
record ZoomCommands(Command in, Command out, Command all) {
    /// @param zoomBy shows a stretch of the charts that is longer by a factor
    static ZoomCommands of(Texts texts, ChartOptions options, DoubleConsumer zoomBy) {
        BooleanBinding zoomed =
                Bindings.createBooleanBinding(
                        () -> options.zoom().get().isPresent(), options.zoom());
        return new ZoomCommands(
                Command.of("runs.zoom.in", texts, () -> zoomBy.accept(0.5)).keys("Shortcut+Equals"),
                Command.of("runs.zoom.out", texts, () -> zoomBy.accept(2))
                        .keys("Shortcut+Minus")
                        .enabledWhen(zoomed),
                Command.of("runs.zoom.all", texts, () -> options.zoom().set(Optional.empty()))
                        .keys("Shortcut+0")
                        .enabledWhen(zoomed));
    }

    List<Command> list() {
        return List.of(in, out, all);
    }

    HBox buttons() {
        return new HBox(
                Widgets.iconButton(in, Feather.ZOOM_IN),
                Widgets.iconButton(out, Feather.ZOOM_OUT),
                Widgets.iconButton(all, Feather.MAXIMIZE));
    }
}
