package fovea.app.frame;

import fovea.engine.Device;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.function.Supplier;

/// The device that runs use unless they say otherwise. Belongs to the window's thread.
///
/// Looking for devices loads an engine's native libraries, so it is left until somebody asks.
public final class Devices {
    private final Supplier<List<Device>> search;
    private final ObservableList<Device> found = FXCollections.observableArrayList(Device.CPU);
    private final ReadOnlyObjectWrapper<Device> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", Device.CPU);

    /// @param search blocks; called away from the window's thread
    public Devices(Supplier<List<Device>> search) {
        this.search = search;
    }

    /// The devices known by now; the processor until a search has ended.
    public ObservableList<Device> found() {
        return found;
    }

    public ReadOnlyObjectProperty<Device> chosen() {
        return chosen.getReadOnlyProperty();
    }

    public void choose(Device device) {
        chosen.set(device);
    }

    /// Looks for devices; blocks.
    public List<Device> search() {
        return search.get();
    }

    /// Takes what a search has found; a chosen device that is gone gives way to the first.
    public void offer(List<Device> devices) {
        found.setAll(devices);
        if (!devices.contains(chosen.get()) && !devices.isEmpty()) {
            chosen.set(devices.getFirst());
        }
    }
}
