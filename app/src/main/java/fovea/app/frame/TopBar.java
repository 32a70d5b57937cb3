package fovea.app.frame;

import atlantafx.base.theme.Styles;

import fovea.app.jobs.Job;
import fovea.app.text.Language;
import fovea.app.text.Texts;
import fovea.app.theme.Appearance;
import fovea.app.theme.Theme;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/// The bar at the top: whose window, what is open, find anything, what computes, how it looks.
final class TopBar extends HBox {
    private static final int MARK = 24;

    private final Tools tools;

    TopBar(Tools tools, Rooms rooms, FrameCommands commands) {
        this.tools = tools;
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label("Fovea");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.getStyleClass().add("product-name");
        getChildren()
                .addAll(
                        mark(),
                        name,
                        subject(rooms),
                        Widgets.spacer(),
                        search(commands.palette()),
                        Widgets.spacer(),
                        backends(),
                        theme(commands.theme()),
                        language(commands.language()),
                        Widgets.iconButton(commands.settings(), Feather.SETTINGS),
                        Widgets.iconButton(commands.cheatSheet(), Feather.HELP_CIRCLE),
                        inspector(commands.inspector()));
    }

    private static Node mark() {
        String icon = Theme.resource("icons/fovea-48.png").toExternalForm();
        ImageView view = new ImageView(new Image(icon));
        view.setFitWidth(MARK);
        view.setFitHeight(MARK);
        view.setSmooth(true);
        return view;
    }

    /// The icon's side bar stands left, ours right.
    private static Button inspector(Command command) {
        Button button = Widgets.iconButton(command, Feather.SIDEBAR);
        button.getGraphic().setScaleX(-1);
        return button;
    }

    private Node subject(Rooms rooms) {
        MenuButton menu = new MenuButton();
        menu.setId("subject");
        menu.getStyleClass().addAll(Styles.FLAT, "subject");
        menu.textProperty()
                .bind(
                        rooms.current()
                                .flatMap(Room::subject)
                                .flatMap(
                                        text ->
                                                text.isEmpty()
                                                        ? tools.texts().bind("frame.nothing-open")
                                                        : tools.texts().language().map(l -> text)));
        menu.setOnShowing(event -> menu.getItems().setAll(items(rooms.current().get().subjects())));
        // A menu without items never shows, and so would never be filled.
        menu.getItems().add(new MenuItem());
        return menu;
    }

    private List<MenuItem> items(List<Command> subjects) {
        if (!subjects.isEmpty()) {
            return subjects.stream().map(TopBar::item).toList();
        }
        MenuItem none = new MenuItem();
        none.textProperty().bind(tools.texts().bind("frame.nothing-else"));
        none.setDisable(true);
        return List.of(none);
    }

    private Button search(Command palette) {
        Button field = Widgets.button(palette, "search-field");
        field.setId("search");
        HBox content =
                new HBox(8, new FontIcon(Feather.SEARCH), Widgets.label(palette.title(), "muted"));
        content.setAlignment(Pos.CENTER_LEFT);
        content.getChildren().add(Widgets.spacer());
        palette.keys().ifPresent(keys -> content.getChildren().add(Keys.chip(keys)));
        content.prefWidthProperty().bind(field.widthProperty().subtract(24));
        field.setGraphic(content);
        field.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        return field;
    }

    private Node backends() {
        Backends backends = tools.workplace().backends();
        MenuButton chip = new MenuButton();
        chip.setId("device");
        chip.getStyleClass().addAll(Styles.FLAT, "device-chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setGraphic(new FontIcon(Feather.CPU));
        chip.textProperty()
                .bind(
                        backends.chosen()
                                .map(
                                        backend ->
                                                backend.equals(Backend.USUAL_ON_CPU)
                                                        ? backend.shortLabel() + "·" + processors()
                                                        : backend.shortLabel()));
        chip.setTooltip(Widgets.tooltip(tools.texts().bind("frame.device.help")));
        listBackends(chip, backends.found());
        chip.setOnShowing(
                event -> {
                    chip.setOnShowing(shown -> {});
                    search(chip, backends);
                });
        return chip;
    }

    private void search(MenuButton chip, Backends backends) {
        Job<List<Backend>> job =
                tools.jobs()
                        .run(
                                tools.texts().text("frame.device.search"),
                                control -> backends.search());
        job.onSuccess(
                found -> {
                    backends.offer(found);
                    listBackends(chip, found);
                });
    }

    private void listBackends(MenuButton chip, List<Backend> found) {
        Backends backends = tools.workplace().backends();
        chip.getItems()
                .setAll(
                        found.stream()
                                .map(
                                        backend ->
                                                item(
                                                        Command.named(
                                                                backend.label(),
                                                                () -> backends.choose(backend))))
                                .toList());
    }

    private Button theme(Command command) {
        Button button = Widgets.iconButton(command, Feather.MOON);
        FontIcon icon = (FontIcon) button.getGraphic();
        tools.theme()
                .appearance()
                .subscribe(
                        now ->
                                icon.setIconCode(
                                        now == Appearance.LIGHT ? Feather.MOON : Feather.SUN));
        return button;
    }

    private Button language(Command command) {
        Texts texts = tools.texts();
        Button button = Widgets.button(command, Styles.FLAT, "language");
        button.textProperty().unbind();
        button.textProperty()
                .bind(texts.language().map(now -> now == Language.ENGLISH ? "中文" : "EN"));
        return button;
    }

    private static MenuItem item(Command command) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(command.title());
        item.setOnAction(event -> command.run());
        return item;
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
