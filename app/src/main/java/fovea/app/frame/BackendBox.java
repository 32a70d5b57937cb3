package fovea.app.frame;

import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/// The choice of what computes, the same as in the top bar. Backends are looked for when the choice
/// opens, as that loads engines.
public final class BackendBox extends HBox {
    private final ComboBox<Backend> box = new ComboBox<>();
    private final Backends backends;
    private boolean searched;

    public BackendBox(Tools tools) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        backends = tools.workplace().backends();
        box.setId("device-choice");
        box.setPrefWidth(170);
        box.setItems(backends.found());
        box.setConverter(new Labels());
        box.setValue(backends.chosen().get());
        backends.chosen().subscribe(backend -> box.setValue(backend));
        box.valueProperty()
                .subscribe(
                        (old, backend) -> {
                            if (backend != null && !backend.equals(backends.chosen().get())) {
                                backends.choose(backend);
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
                    .run(tools.texts().text("frame.device.search"), control -> backends.search())
                    .onSuccess(backends::offer);
        }
    }

    private static final class Labels extends StringConverter<Backend> {
        @Override
        public String toString(Backend backend) {
            return backend == null ? "" : backend.label();
        }

        @Override
        public Backend fromString(String text) {
            return Backend.USUAL_ON_CPU;
        }
    }
}
