package fovea.app.frame;

import fovea.app.jobs.Failure;
import fovea.app.text.Texts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

import java.util.List;

/// A place in one of four states: empty, loading, content, error.
public final class StatePane extends StackPane {
    private final Texts texts;

    public StatePane(Texts texts) {
        this.texts = texts;
        getStyleClass().add("state-pane");
        // Content that is too large ends at the edge instead of lying over its neighbours.
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    public void showEmpty(EmptyState state) {
        show(StateViews.empty(texts, state));
    }

    /// @param skeleton grey shapes where the content will be; see [Skeletons]
    public void showLoading(Node skeleton) {
        show(skeleton);
    }

    public void showContent(Node content) {
        setAlignment(content, Pos.TOP_LEFT);
        show(content);
    }

    /// What happened, why, what to do, *copy details*, and ways on such as trying again.
    public void showError(Failure failure, Command... ways) {
        show(StateViews.error(texts, failure, List.of(ways)));
    }

    private void show(Node node) {
        getChildren().setAll(node);
    }
}
