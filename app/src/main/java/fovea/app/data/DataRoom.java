package fovea.app.data;

import fovea.app.frame.Command;
import fovea.app.frame.Room;
import fovea.app.frame.Tools;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// Look at a dataset: its pictures by part and class, each one large, and what was left out.
public final class DataRoom implements Room {
    private static final int FOUND = 20;

    private final DataModel model;
    private final DataView view;
    private final SampleInspector inspector;

    public DataRoom(Tools tools) {
        model = new DataModel(tools);
        view = new DataView(tools, model);
        inspector = new SampleInspector(tools, model, view.thumbnails());
        tools.settings()
                .value("data/dataset")
                .map(Path::of)
                .filter(Files::exists)
                .ifPresent(model::open);
    }

    /// Opens a dataset from its folder or file.
    public void open(Path dataset) {
        model.open(dataset);
    }

    @Override
    public String id() {
        return "data";
    }

    @Override
    public String nameKey() {
        return "data.room";
    }

    @Override
    public Ikon icon() {
        return Feather.GRID;
    }

    @Override
    public Node view() {
        return view.node();
    }

    @Override
    public Optional<Node> inspector() {
        return Optional.of(inspector);
    }

    @Override
    public ObservableValue<String> subject() {
        return model.state().map(state -> model.dataset().map(OpenedDataset::name).orElse(""));
    }

    @Override
    public List<Command> subjects() {
        List<Command> all = new ArrayList<>(view.samples());
        all.add(view.commands().openFolder());
        return all;
    }

    @Override
    public List<Command> commands() {
        return view.commands().all();
    }

    /// Classes to filter for and samples by their id.
    @Override
    public List<Command> find(String word) {
        return model.part().get().map(part -> find(part, word)).orElse(List.of());
    }

    @Override
    public boolean accept(List<Path> dropped) {
        dropped.stream().findFirst().ifPresent(model::open);
        return !dropped.isEmpty();
    }

    @Override
    public void close() {
        view.close();
    }

    private List<Command> find(PartIndex part, String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        List<Command> found = new ArrayList<>();
        IntStream.range(0, part.counts().size())
                .filter(c -> className(part, c).toLowerCase(Locale.ROOT).contains(wanted))
                .limit(FOUND)
                .mapToObj(c -> Command.named(className(part, c), () -> model.toggleClass(c)))
                .forEach(found::add);
        Shown shown = model.shown().get();
        IntStream.range(0, shown.size())
                .filter(place -> sampleId(part, shown.index(place)).contains(word))
                .limit(FOUND - found.size())
                .mapToObj(
                        place ->
                                Command.named(
                                        sampleId(part, shown.index(place)),
                                        () -> model.choose(place)))
                .forEach(found::add);
        return found;
    }

    private static String className(PartIndex part, int index) {
        return part.dataset().classes().name(index);
    }

    private static String sampleId(PartIndex part, int index) {
        return part.dataset().sample(index).id();
    }
}
