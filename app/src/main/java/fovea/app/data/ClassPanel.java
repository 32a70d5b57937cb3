package fovea.app.data;

import atlantafx.base.theme.Styles;

import fovea.app.frame.Command;
import fovea.app.frame.Widgets;
import fovea.app.text.Texts;
import fovea.sample.ClassList;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The classes with how many samples show each; a click, Space or Enter filters for one or more of
/// them.
final class ClassPanel extends VBox {
    private static final int ROW = 36;
    private static final int SEARCHED_FROM = 13;

    private final DataModel model;
    private final TextField search = new TextField();
    private final ListView<ClassCount> list = new ListView<>();

    /// A class of the part that is shown.
    record ClassCount(int index, String name, int count, double share) {}

    ClassPanel(Texts texts, DataModel model, Command clear) {
        this.model = model;
        getStyleClass().add("class-panel");
        search.promptTextProperty().bind(texts.bind("data.classes.search"));
        search.setId("class-search");
        VBox.setMargin(search, new Insets(0, 12, 8, 12));
        search.textProperty().subscribe(now -> fill());
        list.setId("class-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new ClassRow(texts, model, this::toggle));
        list.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                        toggle(list.getSelectionModel().getSelectedIndex());
                        event.consume();
                    }
                });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head(texts, clear), search, list);
        model.part().subscribe(now -> fill());
        model.classes().subscribe(now -> list.refresh());
    }

    private Node head(Texts texts, Command clear) {
        var button = Widgets.iconButton(clear, Feather.X, Styles.SMALL);
        button.visibleProperty().bind(clear.enabled());
        HBox head =
                new HBox(
                        Widgets.label(texts, "data.classes", "section-title"),
                        Widgets.spacer(),
                        button);
        head.getStyleClass().add("panel-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void fill() {
        List<ClassCount> all = model.part().get().map(ClassPanel::counts).orElse(List.of());
        boolean many = all.size() >= SEARCHED_FROM;
        search.setVisible(many);
        search.setManaged(many);
        String word = search.getText().strip().toLowerCase(Locale.ROOT);
        list.getItems()
                .setAll(
                        all.stream()
                                .filter(c -> c.name().toLowerCase(Locale.ROOT).contains(word))
                                .toList());
    }

    private static List<ClassCount> counts(PartIndex part) {
        ClassList classes = part.dataset().classes();
        int most = Math.max(1, Collections.max(part.counts()));
        return IntStream.range(0, classes.size())
                .mapToObj(
                        i -> {
                            int count = part.counts().get(i);
                            return new ClassCount(i, classes.name(i), count, (double) count / most);
                        })
                .toList();
    }

    private void toggle(int row) {
        if (row >= 0 && row < list.getItems().size()) {
            model.toggleClass(list.getItems().get(row).index());
        }
    }
}
