package fovea.app.data;

import fovea.app.data.DataModel.Mode;
import fovea.app.data.DataModel.State;
import fovea.app.frame.Command;
import fovea.app.frame.EmptyState;
import fovea.app.frame.Skeletons;
import fovea.app.frame.StatePane;
import fovea.app.frame.Tools;
import fovea.app.frame.Widgets;
import fovea.app.picture.PictureGrid;
import fovea.app.picture.Thumbnails;

import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

import org.kordamp.ikonli.feather.Feather;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The room as it is seen.
final class DataView {
    private static final int STEP = 16;

    private final Tools tools;
    private final DataModel model;
    private final StatePane pane;
    private final Thumbnails thumbnails = new Thumbnails();
    private final PictureGrid<Integer> grid;
    private final DataCommands commands;
    private final PictureView picture;
    private final Node problems;
    private final StackPane deck = new StackPane();
    private final Node content;

    DataView(Tools tools, DataModel model) {
        this.tools = tools;
        this.model = model;
        pane = new StatePane(tools.texts());
        grid =
                new PictureGrid<>(
                        thumbnails,
                        index -> SampleTiles.of(model.part().get().orElseThrow(), index));
        grid.setId("picture-grid");
        grid.placeholder(Widgets.label(tools.texts(), "data.none", "muted"));
        grid.side().set((int) tools.settings().number("data/thumbnail", 96));
        commands = new DataCommands(tools, model, actions());
        picture = new PictureView(tools.texts(), model, commands);
        problems = new ProblemList(tools.texts(), model, commands.back());
        content = content();
        connectGrid();
        model.mode().subscribe(this::look);
        model.state().subscribe(this::show);
    }

    Node node() {
        return pane;
    }

    DataCommands commands() {
        return commands;
    }

    Thumbnails thumbnails() {
        return thumbnails;
    }

    void close() {
        tools.settings().put("data/thumbnail", grid.side().get());
        thumbnails.close();
        picture.close();
    }

    private Node content() {
        BorderPane room = new BorderPane();
        VBox pictures =
                new VBox(
                        new DataToolbar(tools.texts(), model, commands, grid.side()),
                        new FilterChips(tools.texts(), model),
                        grid);
        VBox.setVgrow(grid, Priority.ALWAYS);
        // The room stays within the window; what is too wide in it ends at the right.
        deck.setMinWidth(0);
        deck.setAlignment(Pos.TOP_LEFT);
        deck.getChildren().setAll(pictures, picture, problems);
        room.setLeft(new ClassPanel(tools.texts(), model, commands.clearFilter()));
        room.setCenter(deck);
        return room;
    }

    private void connectGrid() {
        model.shown()
                .subscribe(
                        shown -> {
                            grid.show(shown.indices());
                            grid.choose(model.chosen().get());
                        });
        model.part().subscribe(now -> thumbnails.clear());
        grid.chosen().subscribe(place -> model.choose(place.intValue()));
        model.chosen()
                .subscribe(
                        place -> {
                            if (grid.chosen().get() != place.intValue()) {
                                grid.choose(place.intValue());
                            }
                        });
        grid.onOpen(index -> model.look(Mode.PICTURE));
    }

    private void look(Mode mode) {
        int shown =
                switch (mode) {
                    case GRID -> 0;
                    case PICTURE -> 1;
                    case PROBLEMS -> 2;
                };
        for (int i = 0; i < deck.getChildren().size(); i++) {
            deck.getChildren().get(i).setVisible(i == shown);
        }
        switch (mode) {
            case GRID -> grid.requestFocus();
            case PICTURE -> picture.requestFocus();
            case PROBLEMS -> problems.requestFocus();
        }
    }

    private void show(State state) {
        switch (state) {
            case State.Empty() ->
                    pane.showEmpty(
                            new EmptyState(
                                    Feather.IMAGE, "data.empty", commands.openFolder(), samples()));
            case State.Opening(Path source) ->
                    pane.showLoading(Skeletons.grid(60, grid.side().get()));
            case State.Open(OpenedDataset dataset) -> {
                pane.showContent(content);
                grid.requestFocus();
            }
            case State.Failed failed ->
                    pane.showError(
                            failed.failure(),
                            Command.of(
                                    "data.retry", tools.texts(), () -> model.open(failed.source())),
                            commands.openFolder());
        }
    }

    /// A way to open each dataset that came with Fovea.
    List<Command> samples() {
        return Samples.in(tools.workplace()).stream().map(this::sample).toList();
    }

    private Command sample(Path path) {
        String name = String.valueOf(path.getFileName());
        return Command.titled(
                name,
                tools.texts().bind("data.try", new SimpleStringProperty(name)),
                () -> model.open(path));
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(tools.texts().text("data.open.title"));
        Optional.ofNullable(chooser.showDialog(pane.getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(model::open);
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(tools.texts().text("data.open-file.title"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", List.of("*.csv")));
        Optional.ofNullable(chooser.showOpenDialog(pane.getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(model::open);
    }

    private void resize(int by) {
        if (model.mode().get() == Mode.PICTURE) {
            picture.picture().zoomBy(by > 0 ? 1.25 : 0.8);
        } else {
            int side = grid.side().get() + by * STEP;
            grid.side().set(Math.clamp(side, DataToolbar.SMALLEST, DataToolbar.LARGEST));
        }
    }

    private DataCommands.Actions actions() {
        return new DataCommands.Actions() {
            @Override
            public void chooseFolder() {
                DataView.this.chooseFolder();
            }

            @Override
            public void chooseFile() {
                DataView.this.chooseFile();
            }

            @Override
            public void larger() {
                resize(1);
            }

            @Override
            public void smaller() {
                resize(-1);
            }

            @Override
            public void fit() {
                picture.picture().fit();
            }

            @Override
            public void originalSize() {
                picture.picture().originalSize();
            }
        };
    }
}
