package fovea.app.data;

import atlantafx.base.theme.Styles;

import fovea.app.frame.Widgets;
import fovea.app.picture.LargePicture;
import fovea.app.picture.Thumbnail;
import fovea.app.picture.Thumbnails;
import fovea.app.text.Texts;
import fovea.sample.Sample;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;

/// One sample as large as it goes, with its neighbours a key away.
final class PictureView extends BorderPane {
    private static final int LONGEST_SIDE = 8192;

    private final Texts texts;
    private final DataModel model;
    private final DataCommands commands;
    private final Thumbnails pictures = new Thumbnails();
    private final LargePicture picture = new LargePicture();
    private final Label failure = new Label();
    private Optional<Thumbnails.Request> request = Optional.empty();

    PictureView(Texts texts, DataModel model, DataCommands commands) {
        this.texts = texts;
        this.model = model;
        this.commands = commands;
        setId("picture-view");
        getStyleClass().add("picture-view");
        failure.getStyleClass().add("picture-failure");
        failure.setWrapText(true);
        setTop(head());
        setCenter(new StackPane(picture, failure));
        setFocusTraversable(true);
        model.part().subscribe(now -> pictures.clear());
        model.chosen().subscribe(now -> load());
        model.mode().subscribe(now -> load());
    }

    LargePicture picture() {
        return picture;
    }

    void close() {
        pictures.close();
    }

    private Node head() {
        Label place =
                Widgets.label(
                        model.chosen()
                                .flatMap(
                                        chosen ->
                                                texts.language()
                                                        .map(
                                                                l ->
                                                                        texts.format(
                                                                                "data.place",
                                                                                chosen.intValue()
                                                                                        + 1,
                                                                                model.shown()
                                                                                        .get()
                                                                                        .size()))),
                        "numbers");
        place.setId("picture-place");
        Label name =
                Widgets.label(
                        model.chosen()
                                .map(chosen -> model.chosenSample().map(Sample::id).orElse("")),
                        "section-title");
        Label zoom = new Label();
        zoom.getStyleClass().addAll("numbers", "zoom");
        // Zoom is found while the picture is laid out, when it is too late to draw another text.
        picture.zoom()
                .subscribe(
                        now ->
                                Platform.runLater(
                                        () ->
                                                zoom.setText(
                                                        Math.round(now.doubleValue() * 100)
                                                                + " %")));
        name.setMinWidth(0);
        place.setMinWidth(Region.USE_PREF_SIZE);
        // Everybody knows these two signs, and words would not fit.
        Button original = Widgets.button(commands.original(), Styles.FLAT, "original-size");
        original.textProperty().unbind();
        original.setText("1:1");
        original.setMinWidth(Region.USE_PREF_SIZE);
        HBox head =
                new HBox(
                        4,
                        Widgets.iconButton(commands.back(), Feather.ARROW_LEFT),
                        name,
                        Widgets.spacer(),
                        Widgets.iconButton(commands.previous(), Feather.CHEVRON_LEFT),
                        place,
                        Widgets.iconButton(commands.next(), Feather.CHEVRON_RIGHT),
                        Widgets.spacer(),
                        Widgets.iconButton(commands.smaller(), Feather.ZOOM_OUT),
                        zoom,
                        Widgets.iconButton(commands.larger(), Feather.ZOOM_IN),
                        original,
                        Widgets.iconButton(commands.fit(), Feather.MAXIMIZE));
        head.getStyleClass().addAll("toolbar-row", "picture-bar");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void load() {
        request.ifPresent(Thumbnails.Request::cancel);
        if (model.mode().get() != DataModel.Mode.PICTURE) {
            return;
        }
        model.chosenSample()
                .ifPresent(
                        sample ->
                                pictures.ready(sample.id(), LONGEST_SIDE)
                                        .ifPresentOrElse(this::use, () -> ask(sample)));
        ahead(model.chosen().get() + 1);
        ahead(model.chosen().get() - 1);
    }

    private void ask(Sample sample) {
        request =
                Optional.of(pictures.request(sample.id(), LONGEST_SIDE, sample.image(), this::use));
    }

    /// Has a neighbour ready before it is asked for.
    private void ahead(int place) {
        if (place < 0 || place >= model.shown().get().size()) {
            return;
        }
        model.part()
                .get()
                .map(part -> part.dataset().sample(model.shown().get().index(place)))
                .filter(s -> pictures.ready(s.id(), LONGEST_SIDE).isEmpty())
                .ifPresent(s -> pictures.request(s.id(), LONGEST_SIDE, s.image(), made -> {}));
    }

    private void use(Thumbnail thumbnail) {
        switch (thumbnail) {
            case Thumbnail.Made made -> {
                failure.setVisible(false);
                picture.show(made.image());
            }
            case Thumbnail.Broken broken -> {
                picture.clear();
                String message = String.valueOf(broken.reason().getMessage());
                failure.textProperty().bind(texts.language().map(l -> texts.translate(message)));
                failure.setVisible(true);
            }
        }
    }
}
