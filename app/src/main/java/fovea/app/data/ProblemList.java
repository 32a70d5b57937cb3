package fovea.app.data;

import fovea.app.frame.Command;
import fovea.app.frame.ProblemView;
import fovea.app.frame.Widgets;
import fovea.app.text.Texts;
import fovea.problem.Problem;

import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The entries that were left out when the dataset was opened, with cause and cure.
final class ProblemList extends VBox {
    ProblemList(Texts texts, DataModel model, Command back) {
        getStyleClass().add("problem-list");
        setId("problem-list");
        HBox head =
                new HBox(
                        8,
                        Widgets.iconButton(back, Feather.ARROW_LEFT),
                        Widgets.label(texts, "data.problems.title", "title"));
        head.setAlignment(Pos.CENTER_LEFT);
        ListView<Problem> list = new ListView<>();
        list.setCellFactory(view -> new ProblemRow(texts));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, Widgets.label(texts, "data.problems.hint", "muted"), list);
        model.state()
                .subscribe(
                        state ->
                                list.getItems()
                                        .setAll(
                                                model.dataset()
                                                        .map(OpenedDataset::problems)
                                                        .orElse(List.of())));
    }

    private static final class ProblemRow extends ListCell<Problem> {
        private final Texts texts;

        ProblemRow(Texts texts) {
            this.texts = texts;
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            setGraphic(empty || problem == null ? null : ProblemView.framed(texts, problem));
        }
    }
}
