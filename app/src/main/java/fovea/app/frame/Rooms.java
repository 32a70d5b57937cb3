package fovea.app.frame;

import fovea.app.settings.Settings;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;
import java.util.Optional;

/// The rooms of the window and the one in sight, which is remembered.
public final class Rooms {
    private static final String REMEMBERED = "window/room";

    private final List<Room> all;
    private final Settings settings;
    private final ReadOnlyObjectWrapper<Room> current;

    /// @param all in the order of the rail; at least one
    public Rooms(List<Room> all, Settings settings) {
        this.all = List.copyOf(all);
        this.settings = settings;
        Room first = settings.value(REMEMBERED).flatMap(this::find).orElseGet(this.all::getFirst);
        current = new ReadOnlyObjectWrapper<>(this, "current", first);
    }

    public List<Room> all() {
        return all;
    }

    public ReadOnlyObjectProperty<Room> current() {
        return current.getReadOnlyProperty();
    }

    /// Brings a room into sight.
    public void show(Room room) {
        Room before = current.get();
        if (!before.equals(room)) {
            current.set(room);
            settings.put(REMEMBERED, room.id());
            before.hidden();
            room.shown();
        }
    }

    /// Brings the room with an id into sight; no room, no change.
    public void show(String id) {
        find(id).ifPresent(this::show);
    }

    private Optional<Room> find(String id) {
        return all.stream().filter(room -> room.id().equals(id)).findFirst();
    }
}
