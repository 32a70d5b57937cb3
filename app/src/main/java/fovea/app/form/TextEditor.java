package fovea.app.form;

import fovea.experiment.FieldInfo;
import fovea.experiment.FieldType;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A number, a text, or a list of them, typed; a slider beside it if the number has near limits.
final class TextEditor implements FormPart {
    private static final double FEW_WHOLE_NUMBERS = 512;
    private static final double NARROW = 1;

    private final FormTools tools;
    private final String path;
    private final TextField field = new TextField();
    private final Slider slider = new Slider();
    private final HBox box = new HBox(8);
    private boolean showing;

    TextEditor(FormTools tools, String path, FieldInfo info) {
        this.tools = tools;
        this.path = path;
        field.setId("field-" + path.replace('.', '-'));
        field.setMinWidth(56);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.textProperty().subscribe((old, text) -> typed(text));
        box.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().add(field);
        if (info.type() instanceof FieldType.OptionalOf) {
            field.promptTextProperty().bind(tools.texts().bind("form.none"));
        }
        if (hasSlider(info)) {
            addSlider(info);
        }
        refresh();
    }

    private static boolean hasSlider(FieldInfo info) {
        double reach = info.max() - info.min();
        return switch (info.type()) {
            case FieldType.IntNumber _ -> reach <= FEW_WHOLE_NUMBERS;
            case FieldType.RealNumber _ -> reach <= NARROW;
            default -> false;
        };
    }

    private void addSlider(FieldInfo info) {
        slider.setMin(info.min());
        slider.setMax(info.max());
        slider.setMinWidth(60);
        slider.setPrefWidth(96);
        boolean whole = info.type() instanceof FieldType.IntNumber;
        slider.setBlockIncrement(whole ? 1 : (info.max() - info.min()) / 20);
        slider.setFocusTraversable(false);
        slider.valueProperty()
                .subscribe(
                        (old, value) -> {
                            if (!showing) {
                                double place =
                                        whole
                                                ? Math.rint(value.doubleValue())
                                                : Math.round(value.doubleValue() * 1000) / 1000.0;
                                field.setText(Numbers.text(place));
                            }
                        });
        field.setPrefWidth(72);
        field.getStyleClass().add("numbers");
        box.getChildren().add(slider);
    }

    private void typed(String text) {
        if (!showing) {
            tools.model().edit(path, text.isBlank() ? "none" : text);
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void refresh() {
        showing = true;
        String text = tools.model().text(path);
        if (!field.isFocused() && !field.getText().equals(text)) {
            field.setText(text);
        }
        Numbers.parse(text).ifPresent(slider::setValue);
        showing = false;
    }
}
