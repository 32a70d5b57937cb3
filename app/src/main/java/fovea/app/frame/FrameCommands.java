package fovea.app.frame;

import fovea.app.text.Language;
import fovea.app.text.Texts;
import fovea.app.theme.Appearance;

import java.util.ArrayList;
import java.util.List;

/// Everything that can be done now: in the frame and in the room in sight.
final class FrameCommands {
    private final Tools tools;
    private final Rooms rooms;
    private final List<Command> rail = new ArrayList<>();
    private final Command palette;
    private final Command cheatSheet;
    private final Command inspector;
    private final Command theme;
    private final Command language;
    private final Command settings;

    FrameCommands(Tools tools, Rooms rooms, Overlays overlays) {
        this.tools = tools;
        this.rooms = rooms;
        Texts texts = tools.texts();
        int number = 1;
        for (Room room : rooms.all()) {
            rail.add(goTo(room, number++));
        }
        palette = Command.of("frame.palette", texts, overlays::showPalette).keys("Shortcut+K");
        cheatSheet = Command.of("frame.keys", texts, overlays::showCheatSheet).keys("F1");
        inspector =
                Command.of("frame.inspector", texts, overlays::toggleInspector).keys("Shortcut+I");
        theme = Command.of("frame.theme", texts, this::switchTheme).keys("Shortcut+Shift+L");
        language = Command.of("frame.language", texts, this::switchLanguage);
        settings =
                Command.of("frame.settings", texts, overlays::showSettings).keys("Shortcut+Comma");
    }

    /// What the commands open on top of the window.
    interface Overlays {
        void showPalette();

        void showCheatSheet();

        void showSettings();

        void toggleInspector();
    }

    Command goTo(Room room) {
        return rail.get(rooms.all().indexOf(room));
    }

    Command palette() {
        return palette;
    }

    Command cheatSheet() {
        return cheatSheet;
    }

    Command inspector() {
        return inspector;
    }

    Command theme() {
        return theme;
    }

    Command language() {
        return language;
    }

    Command settings() {
        return settings;
    }

    /// Those of the frame, whatever the room.
    List<Command> ofFrame() {
        List<Command> all = new ArrayList<>(rail);
        all.addAll(List.of(palette, cheatSheet, inspector, theme, language, settings));
        return all;
    }

    /// Those of the room in sight.
    List<Command> ofRoom() {
        return rooms.current().get().commands();
    }

    /// Those of the room in sight and the frame; the room's first, so that they win a tie.
    List<Command> all() {
        List<Command> all = new ArrayList<>(ofRoom());
        all.addAll(ofFrame());
        return all;
    }

    /// What the rooms hold under a word.
    List<Command> find(String word) {
        return rooms.all().stream().flatMap(room -> room.find(word).stream()).toList();
    }

    private Command goTo(Room room, int number) {
        Texts texts = tools.texts();
        return Command.titled(
                        "go-" + room.id(),
                        texts.bind("frame.goto", texts.bind(room.nameKey())),
                        () -> rooms.show(room))
                .keys("Shortcut+" + number);
    }

    void wear(Appearance look) {
        tools.theme().wear(look);
        tools.settings().put("window/theme", look.name());
    }

    void speak(Language other) {
        tools.texts().speak(other);
        tools.settings().put("window/language", other.name());
    }

    private void switchTheme() {
        wear(tools.theme().appearance().get().other());
    }

    private void switchLanguage() {
        speak(
                switch (tools.texts().language().get()) {
                    case ENGLISH -> Language.CHINESE;
                    case CHINESE -> Language.ENGLISH;
                });
    }
}
