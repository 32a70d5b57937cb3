package fovea.app.errors;

import fovea.app.frame.Command;
import fovea.app.frame.EmptyState;
import fovea.app.frame.Skeletons;
import fovea.app.frame.StatePane;
import fovea.app.frame.Tools;
import fovea.app.picture.Thumbnails;

import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The room in its four states.
final class ErrorsView extends VBox {
    private final Tools tools;
    private final ErrorsModel model;
    private final ErrorsBar bar;
    private final ErrorsContent content;
    private final StatePane body;
    private final Command toRuns;

    /// @param toRuns leads to where runs are made
    ErrorsView(Tools tools, ErrorsModel model, Thumbnails thumbnails, Command toRuns) {
        this.tools = tools;
        this.model = model;
        this.toRuns = toRuns;
        bar = new ErrorsBar(tools.texts(), model);
        content = new ErrorsContent(tools, model, thumbnails);
        body = new StatePane(tools.texts());
        VBox.setVgrow(body, Priority.ALWAYS);
        getStyleClass().add("errors-view");
        getChildren().addAll(bar, body);
        model.state().subscribe(() -> show());
        show();
    }

    private void show() {
        ErrorsModel.State state = model.state().get();
        boolean nothing = state instanceof ErrorsModel.State.Nothing;
        bar.setVisible(!nothing);
        bar.setManaged(!nothing);
        switch (state) {
            case ErrorsModel.State.Nothing _ ->
                    body.showEmpty(
                            new EmptyState(Feather.TARGET, "errors.empty", toRuns, List.of()));
            case ErrorsModel.State.Loading _ -> body.showLoading(Skeletons.grid(24, 96));
            case ErrorsModel.State.Broken broken ->
                    body.showError(
                            broken.failure(),
                            Command.of("errors.again", tools.texts(), model::retry));
            case ErrorsModel.State.Shown shown -> {
                if (!body.getChildren().contains(content)) {
                    body.showContent(content);
                }
                content.show(shown.errors());
            }
        }
    }
}
