package fovea.app.frame;

import fovea.engine.Device;

import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/// The choice of what computes, the same as in the top bar. Devices are looked for when the choice
/// opens, as that loads an engine.
public final class DeviceBox extends HBox {
    private final ComboBox<Device> box = new ComboBox<>();
    private final Devices devices;
    private boolean searched;

    public DeviceBox(Tools tools) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        devices = tools.workplace().devices();
        box.setId("device-choice");
        box.setPrefWidth(150);
        box.setItems(devices.found());
        box.setConverter(new Labels());
        box.setValue(devices.chosen().get());
        devices.chosen().subscribe(device -> box.setValue(device));
        box.valueProperty()
                .subscribe(
                        (old, device) -> {
                            if (device != null && !device.equals(devices.chosen().get())) {
                                devices.choose(device);
                            }
                        });
        box.setOnShowing(event -> search(tools));
        box.accessibleTextProperty().bind(tools.texts().bind("frame.device"));
        getChildren().add(box);
    }

    private void search(Tools tools) {
        if (!searched) {
            searched = true;
            tools.jobs()
                    .run(tools.texts().text("frame.device.search"), control -> devices.search())
                    .onSuccess(devices::offer);
        }
    }

    private static final class Labels extends StringConverter<Device> {
        @Override
        public String toString(Device device) {
            return device == null ? "" : device.label();
        }

        @Override
        public Device fromString(String text) {
            return Device.CPU;
        }
    }
}
