package fovea.app.form;

import fovea.app.frame.Widgets;
import fovea.app.text.Texts;
import fovea.experiment.Experiment;
import fovea.experiment.FieldInfo;
import fovea.experiment.FieldType;

import javafx.geometry.Insets;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The form of an experiment: the values most people change first, then everything, folded away.
public final class ExperimentForm extends VBox {
    private static final List<String> MAIN =
            List.of(
                    "name",
                    "training.epochs",
                    "data.loader.batch",
                    "model.backbone",
                    "optimizer",
                    "optimizer.lr",
                    "schedule");
    private static final List<String> MORE = List.of("seed", "data.limit");

    /// Below the fields, beside their names and the buttons that reset them.
    private static final Insets SKETCH_PLACE = new Insets(0, 36, 4, 158);

    private final FormTools tools;
    private final ScheduleSketch sketch;
    private final VBox main = new VBox();
    private final VBox everything = new VBox(12);
    private final TitledPane all = new TitledPane();
    private final Subscription speaking;
    private List<FieldRow> rows = List.of();
    private boolean wantsKeys;
    private Optional<RecordEditor> full = Optional.empty();
    private Optional<Class<?>> model = Optional.empty();

    public ExperimentForm(FormModel form, Texts texts, ScheduleSketch sketch) {
        this.tools = new FormTools(form, texts, new FieldWords(texts));
        this.sketch = sketch;
        getStyleClass().add("experiment-form");
        main.getStyleClass().add("form-record");
        all.setId("form-all");
        all.textProperty().bind(texts.bind("form.all"));
        all.setContent(everything);
        all.setExpanded(false);
        all.setAnimated(false);
        all.expandedProperty().subscribe(this::fill);
        getChildren().addAll(main, all);
        form.onChange(this::refresh);
        sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene != null && wantsKeys) {
                                focusFirst();
                            }
                        });
        speaking = texts.language().subscribe(this::refresh);
        refresh();
    }

    /// The keys go to the first field, as soon as the form is in a window.
    public void focusFirst() {
        wantsKeys = getScene() == null;
        if (!wantsKeys) {
            rows.getFirst().focus();
        }
    }

    /// Lets go of what outlives the form: the language and the look of the window.
    public void close() {
        speaking.unsubscribe();
        sketch.close();
    }

    private void refresh() {
        Optional<Class<?>> now = tools.model().value("model").map(Object::getClass);
        if (!now.equals(model)) {
            model = now;
            rebuild();
        }
        rows.forEach(FieldRow::refresh);
        full.ifPresent(RecordEditor::refresh);
        sketch.show(tools.model().experiment().get());
    }

    private void rebuild() {
        rows = new ArrayList<>();
        main.getChildren().clear();
        MAIN.forEach(this::addRow);
        VBox.setMargin(sketch, SKETCH_PLACE);
        main.getChildren().add(sketch);
        MORE.forEach(this::addRow);
    }

    private void addRow(String path) {
        int dot = path.lastIndexOf('.');
        String owner = dot < 0 ? "" : path.substring(0, dot);
        tools.model()
                .value(owner)
                .map(Record.class::cast)
                .ifPresent(
                        r ->
                                Paths.field(r, path.substring(dot + 1))
                                        .ifPresent(field -> addRow(path, field, r.getClass())));
    }

    private void addRow(String path, FieldInfo field, Class<?> owner) {
        FieldRow row =
                field.type() instanceof FieldType.KindOf kind
                        ? new FieldRow(
                                tools,
                                Paths.join(path, Paths.TYPE),
                                field,
                                owner,
                                Editors.typeChoice(tools, path, kind))
                        : new FieldRow(tools, path, field, owner);
        rows.add(row);
        main.getChildren().add(row.node());
    }

    /// All fields are some eighty controls, made when somebody wants to see them.
    private void fill() {
        if (all.isExpanded() && full.isEmpty()) {
            RecordEditor editor = new RecordEditor(tools, "", Experiment.class);
            full = Optional.of(editor);
            everything
                    .getChildren()
                    .setAll(
                            Widgets.label(tools.texts(), "form.all.help", "caption"),
                            editor.node());
        }
    }
}
