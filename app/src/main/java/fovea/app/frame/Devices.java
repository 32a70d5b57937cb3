package fovea.app.frame;

import fovea.app.settings.Settings;
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
    private static final String ID = "window/device";
    private static final String LABEL = "window/device-label";

    private final Supplier<List<Device>> search;
    private final ObservableList<Device> found;
    private final ReadOnlyObjectWrapper<Device> chosen;

    /// The processor is chosen.
    ///
    /// @param search blocks; called away from the window's thread
    public Devices(Supplier<List<Device>> search) {
        this(search, Device.CPU);
    }

    private Devices(Supplier<List<Device>> search, Device first) {
        this.search = search;
        found = FXCollections.observableArrayList(Device.CPU);
        if (!first.equals(Device.CPU)) {
            found.add(first);
        }
        chosen = new ReadOnlyObjectWrapper<>(this, "chosen", first);
    }

    /// With the choice that was made last time, which is remembered; whether it is still there is
    /// known once somebody searches.
    ///
    /// @param search blocks; called away from the window's thread
    public static Devices remembered(Supplier<List<Device>> search, Settings settings) {
        Device last =
                settings.value(ID)
                        .map(id -> new Device(id, settings.value(LABEL).orElse(id)))
                        .orElse(Device.CPU);
        Devices devices = new Devices(search, last);
        devices.chosen()
                .subscribe(
                        device -> {
                            settings.put(ID, device.id());
                            settings.put(LABEL, device.label());
                        });
        return devices;
    }

    /// The devices known by now; the processor and the chosen one until a search has ended.
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
