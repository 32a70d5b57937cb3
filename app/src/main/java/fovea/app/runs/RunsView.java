package fovea.app.runs;

import fovea.app.frame.Command;
import fovea.app.frame.EmptyState;
import fovea.app.frame.Skeletons;
import fovea.app.frame.StatePane;
import fovea.app.frame.Tools;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The list of runs, and beside it the chosen run or the form for a new one.
final class RunsView extends HBox {
    private final Tools tools;
    private final RunsModel model;
    private final RunCommands commands;
    private final Pages pages;
    private final StatePane body;
    private final RunListView list;
    private boolean making;

    /// What can stand beside the list.
    record Pages(Node newRun, Node run) {}

    RunsView(Tools tools, RunsModel model, RunCommands commands, Pages pages) {
        this.tools = tools;
        this.model = model;
        this.commands = commands;
        this.pages = pages;
        body = new StatePane(tools.texts());
        list = new RunListView(tools.texts(), model, commands.create());
        getStyleClass().add("runs-view");
        HBox.setHgrow(body, Priority.ALWAYS);
        body.setMinWidth(0);
        getChildren().addAll(list, body);
        model.state().subscribe(() -> show());
        model.chosen().subscribe(() -> chosen());
        model.runs().addListener((InvalidationListener) change -> show());
    }

    void showNewRun() {
        making = true;
        model.chooseNone();
        show();
    }

    /// The keys go to the list, where the chosen run is.
    void focusList() {
        list.focus();
    }

    void leaveNewRun() {
        making = false;
        show();
    }

    private void chosen() {
        if (model.chosen().get().isPresent()) {
            making = false;
        }
        show();
    }

    private void show() {
        boolean alone = model.runs().isEmpty() && !making && model.chosen().get().isEmpty();
        list.setVisible(!alone);
        list.setManaged(!alone);
        if (making) {
            content(pages.newRun());
        } else if (model.chosen().get().isPresent()) {
            content(pages.run());
        } else {
            showState();
        }
    }

    private void showState() {
        switch (model.state().get()) {
            case RunsModel.Listing.Loading _ -> body.showLoading(Skeletons.lines(8, 480));
            case RunsModel.Listing.Unreadable u ->
                    body.showError(
                            u.failure(), Command.of("runs.again", tools.texts(), model::refresh));
            case RunsModel.Listing.Listed _ ->
                    body.showEmpty(
                            new EmptyState(
                                    Feather.TRENDING_UP,
                                    model.runs().isEmpty() ? "runs.empty" : "runs.none",
                                    commands.create(),
                                    List.of()));
        }
    }

    /// Setting the same node again would make it lose its focus.
    private void content(Node page) {
        if (!body.getChildren().contains(page)) {
            body.showContent(page);
        }
    }
}
