package fovea.app.frame;

import fovea.app.settings.Settings;
import fovea.engine.Device;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.function.Supplier;

/// The engine and device that runs use unless they say otherwise. Belongs to the window's thread.
///
/// Looking for devices loads an engine's native libraries, so it is left until somebody asks.
public final class Backends {
    private static final String ENGINE = "window/engine";
    private static final String ID = "window/device";
    private static final String LABEL = "window/device-label";

    private final Supplier<List<Backend>> search;
    private final ObservableList<Backend> found;
    private final ReadOnlyObjectWrapper<Backend> chosen;

    /// The usual engine on the processor is chosen.
    ///
    /// @param search blocks; called away from the window's thread
    public Backends(Supplier<List<Backend>> search) {
        this(search, Backend.USUAL_ON_CPU);
    }

    private Backends(Supplier<List<Backend>> search, Backend first) {
        this.search = search;
        found = FXCollections.observableArrayList(Backend.USUAL_ON_CPU);
        if (!first.equals(Backend.USUAL_ON_CPU)) {
            found.add(first);
        }
        chosen = new ReadOnlyObjectWrapper<>(this, "chosen", first);
    }

    /// With the choice that was made last time, which is remembered; whether it is still there is
    /// known once somebody searches.
    ///
    /// @param search blocks; called away from the window's thread
    public static Backends remembered(Supplier<List<Backend>> search, Settings settings) {
        Backends backends = new Backends(search, last(settings));
        backends.chosen()
                .subscribe(
                        backend -> {
                            settings.put(ENGINE, backend.engine());
                            settings.put(ID, backend.device().id());
                            settings.put(LABEL, backend.device().label());
                        });
        return backends;
    }

    private static Backend last(Settings settings) {
        Device device =
                settings.value(ID)
                        .map(id -> new Device(id, settings.value(LABEL).orElse(id)))
                        .orElse(Device.CPU);
        return new Backend(settings.value(ENGINE).orElse(Backend.USUAL_ON_CPU.engine()), device);
    }

    /// Those known by now; the usual and the chosen one until a search has ended.
    public ObservableList<Backend> found() {
        return found;
    }

    public ReadOnlyObjectProperty<Backend> chosen() {
        return chosen.getReadOnlyProperty();
    }

    public void choose(Backend backend) {
        chosen.set(backend);
    }

    /// Looks for engines and devices; blocks.
    public List<Backend> search() {
        return search.get();
    }

    /// Takes what a search has found; a chosen one that is gone gives way to the first.
    public void offer(List<Backend> backends) {
        found.setAll(backends);
        if (!backends.contains(chosen.get()) && !backends.isEmpty()) {
            chosen.set(backends.getFirst());
        }
    }
}
