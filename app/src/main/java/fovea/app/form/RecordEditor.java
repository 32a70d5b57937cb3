package fovea.app.form;

import fovea.experiment.FieldInfo;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import java.util.List;

/// The fields of a record, one below the other.
final class RecordEditor implements FormPart {
    private final VBox box = new VBox();
    private final List<FieldRow> rows;

    RecordEditor(FormTools tools, String path, Class<? extends Record> type) {
        rows =
                FieldInfo.of(type).stream()
                        .map(
                                field ->
                                        new FieldRow(
                                                tools, Paths.join(path, field.name()), field, type))
                        .toList();
        box.getStyleClass().add("form-record");
        rows.forEach(row -> box.getChildren().add(row.node()));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void refresh() {
        rows.forEach(FieldRow::refresh);
    }
}
