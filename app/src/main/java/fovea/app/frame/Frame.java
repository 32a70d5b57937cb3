package fovea.app.frame;

import fovea.app.text.Language;
import fovea.app.text.Texts;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/// The window's content: rail, top bar, the room in sight, inspector, status bar, and what lies
/// over them for a moment.
public final class Frame {
    private static final PseudoClass CHINESE = PseudoClass.getPseudoClass("chinese");

    private final Tools tools;
    private final Rooms rooms;
    private final Overlay overlay = new Overlay();
    private final InspectorPane inspector;
    private final FrameCommands commands;
    private final BorderPane body = new BorderPane();
    private final StackPane workspace = new StackPane();
    private final StackPane root = new StackPane(body, overlay);

    public Frame(Tools tools, Rooms rooms) {
        this.tools = tools;
        this.rooms = rooms;
        Texts texts = tools.texts();
        inspector = new InspectorPane(texts, tools.settings());
        commands = new FrameCommands(tools, rooms, overlays());
        root.getStyleClass().add("fovea");
        workspace.getStyleClass().add("workspace");
        // A room that is too large gives way itself instead of pushing the frame out of sight.
        workspace.setMinSize(0, 0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(workspace.widthProperty());
        clip.heightProperty().bind(workspace.heightProperty());
        workspace.setClip(clip);
        body.setTop(new TopBar(tools, rooms, commands));
        body.setLeft(new Rail(texts, rooms, commands));
        body.setCenter(workspace);
        body.setBottom(new StatusBar(texts, tools.jobs(), this::showWarnings));
        tools.theme().dress(root);
        texts.language()
                .subscribe(now -> root.pseudoClassStateChanged(CHINESE, now == Language.CHINESE));
        new KeyRouter(commands, overlay::isVisible).install(root);
        acceptDrops();
        inspector.folded().subscribe(folded -> placeInspector());
        rooms.current().subscribe(this::enter);
        rooms.current().get().shown();
    }

    /// The content, for a scene.
    public Parent root() {
        return root;
    }

    /// Brings a room into sight.
    public void show(String room) {
        rooms.show(room);
    }

    private void enter(Room room) {
        workspace.getChildren().setAll(room.view());
        room.inspector().ifPresent(inspector::show);
        placeInspector();
    }

    private void placeInspector() {
        boolean shown = rooms.current().get().inspector().isPresent() && !inspector.folded().get();
        body.setRight(shown ? inspector : null);
    }

    private void showWarnings() {
        WarningList list = new WarningList(tools.texts(), tools.jobs(), overlay::close);
        overlay.show(list, Pos.BOTTOM_RIGHT, list);
    }

    private FrameCommands.Overlays overlays() {
        return new FrameCommands.Overlays() {
            @Override
            public void showPalette() {
                CommandPalette palette =
                        new CommandPalette(tools.texts(), commands, overlay::close);
                overlay.show(palette, Pos.TOP_CENTER, palette.field());
            }

            @Override
            public void showCheatSheet() {
                CheatSheet sheet = new CheatSheet(tools.texts(), rooms.current().get(), commands);
                overlay.show(sheet, Pos.CENTER, sheet);
            }

            @Override
            public void showSettings() {
                SettingsPanel panel = new SettingsPanel(tools, commands);
                overlay.show(panel, Pos.CENTER, panel);
            }

            @Override
            public void toggleInspector() {
                inspector.toggle();
            }
        };
    }

    private void acceptDrops() {
        root.setOnDragOver(
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
                    }
                });
        root.setOnDragDropped(
                event -> {
                    List<Path> files =
                            event.getDragboard().getFiles().stream().map(File::toPath).toList();
                    event.setDropCompleted(rooms.current().get().accept(files));
                });
    }
}
