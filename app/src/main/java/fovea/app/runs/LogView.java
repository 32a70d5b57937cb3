package fovea.app.runs;

import fovea.app.frame.Widgets;
import fovea.app.text.Texts;
import fovea.run.EventReader.Continuity;
import fovea.training.TrainEvent;

import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the training process printed or, where that went elsewhere, what it told of its epochs. A
/// list rather than a text: lines are added at the end, and no caret blinks.
final class LogView extends VBox {
    private static final int MOST_LINES = 5000;
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private final Texts texts;
    private final RunsModel model;
    private final RunWords words;
    private final ListView<String> list = new ListView<>();
    private final Label help = new Label();
    private Optional<OpenedRun> shown = Optional.empty();
    private LogTail tail = new LogTail(Path.of(""));

    /// Lines that will not change any more.
    private int finished;

    LogView(Texts texts, RunsModel model) {
        this.texts = texts;
        this.model = model;
        words = new RunWords(texts);
        getStyleClass().add("run-log");
        help.getStyleClass().addAll("caption", "muted");
        list.setId("run-log");
        list.getStyleClass().add("mono");
        list.setCellFactory(view -> new Line());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPlaceholder(Widgets.label(texts, "runs.log.empty", "muted"));
        list.setOnKeyPressed(this::copy);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(help, list);
    }

    void show(OpenedRun run) {
        if (!shown.equals(Optional.of(run))) {
            shown = Optional.of(run);
            tail = new LogTail(run.folder().log());
            list.getItems().clear();
            finished = 0;
        }
        LogTail polled = tail;
        model.watch()
                .now(
                        () -> {
                            Optional<LogTail.News> news = polled.poll();
                            boolean found = polled.found();
                            Platform.runLater(() -> show(run, found ? news : epochs(run)));
                        });
    }

    private void show(OpenedRun run, Optional<LogTail.News> news) {
        if (shown.equals(Optional.of(run))) {
            help.setText(texts.text(tail.found() ? "runs.log.help" : "runs.log.elsewhere"));
            news.ifPresent(this::append);
        }
    }

    private Optional<LogTail.News> epochs(OpenedRun run) {
        List<TrainEvent.Validated> all = run.feed().validations();
        Continuity continuity = all.size() < finished ? Continuity.REWRITTEN : Continuity.CONTINUED;
        int from = continuity == Continuity.REWRITTEN ? 0 : finished;
        Stream<String> lines =
                all.stream()
                        .skip(from)
                        .map(epoch -> words.epochLine(epoch, run.feed().primaryMetric()));
        return Optional.of(
                new LogTail.News(continuity, Stream.concat(lines, Stream.of("")).toList()));
    }

    /// Whoever looks at earlier lines keeps them in sight.
    private void append(LogTail.News news) {
        boolean following = endInSight();
        ObservableList<String> items = list.getItems();
        if (news.continuity() == Continuity.REWRITTEN) {
            items.clear();
            finished = 0;
        }
        if (items.size() > finished) {
            items.remove(finished, items.size());
        }
        List<String> lines = news.lines();
        finished += lines.size() - 1;
        items.addAll(lines.getLast().isEmpty() ? lines.subList(0, lines.size() - 1) : lines);
        if (items.size() > MOST_LINES) {
            int surplus = items.size() - MOST_LINES / 2;
            items.remove(0, surplus);
            finished -= surplus;
        }
        if (following) {
            list.scrollTo(items.size() - 1);
        }
    }

    private boolean endInSight() {
        return !(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
                || Optional.<IndexedCell<?>>ofNullable(flow.getLastVisibleCell())
                        .map(cell -> cell.getIndex() >= list.getItems().size() - 1)
                        .orElse(true);
    }

    private void copy(KeyEvent event) {
        if (COPY.match(event)) {
            List<String> chosen = list.getSelectionModel().getSelectedItems();
            Widgets.copy(String.join("\n", chosen.isEmpty() ? list.getItems() : chosen));
            event.consume();
        }
    }

    private static final class Line extends ListCell<String> {
        Line() {
            getStyleClass().add("log-line");
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty ? null : line);
        }
    }
}
