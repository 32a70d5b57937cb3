package fovea.app.data;

import fovea.app.data.DataModel.Mode;
import fovea.app.frame.Tools;
import fovea.app.frame.Widgets;
import fovea.app.picture.LargePicture;
import fovea.app.picture.Thumbnail;
import fovea.app.picture.Thumbnails;
import fovea.app.text.Texts;
import fovea.app.theme.ClassColors;
import fovea.image.ImageDecoder;
import fovea.image.ImageFile;
import fovea.image.ImageHeader;
import fovea.image.ImageSource;
import fovea.image.PixelImage;
import fovea.sample.Sample;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.Optional;

/// What is known of the chosen sample or, with none chosen, of the dataset.
final class SampleInspector extends VBox {
    private static final int PREVIEW = 224;

    private final Tools tools;
    private final Texts texts;
    private final DataModel model;
    private final Thumbnails pictures;
    private final LargePicture preview = new LargePicture();
    private final FactTable facts;
    private Optional<Thumbnails.Request> request = Optional.empty();

    SampleInspector(Tools tools, DataModel model, Thumbnails pictures) {
        this.tools = tools;
        this.texts = tools.texts();
        this.model = model;
        this.pictures = pictures;
        facts = new FactTable(texts);
        getStyleClass().add("sample-inspector");
        setId("sample-inspector");
        preview.setMinHeight(PREVIEW);
        preview.setMaxHeight(PREVIEW);
        preview.setMouseTransparent(true);
        Label nothing = Widgets.label(texts, "data.inspector.none", "muted");
        nothing.setWrapText(true);
        nothing.visibleProperty().bind(model.part().map(Optional::isEmpty));
        nothing.managedProperty().bind(nothing.visibleProperty());
        getChildren().addAll(nothing, preview, facts);
        model.chosen().subscribe(now -> show());
        model.state().subscribe(now -> show());
        model.part().subscribe(now -> show());
        model.mode().subscribe(now -> show());
        texts.language().subscribe(now -> show());
    }

    private void show() {
        request.ifPresent(Thumbnails.Request::cancel);
        Optional<Sample> sample = model.chosenSample();
        boolean small = sample.isPresent() && model.mode().get() == Mode.GRID;
        preview.setVisible(small);
        preview.setManaged(small);
        facts.clear();
        sample.ifPresentOrElse(this::describe, () -> model.dataset().ifPresent(this::describe));
    }

    private void describe(Sample sample) {
        PartIndex part = model.part().get().orElseThrow();
        Object id = SampleTiles.id(part, sample);
        request =
                Optional.of(
                        pictures.request(
                                id,
                                512,
                                sample.image(),
                                made -> {
                                    if (made instanceof Thumbnail.Made picture) {
                                        preview.show(picture.image());
                                    } else {
                                        preview.clear();
                                    }
                                }));
        facts.add("data.fact.id", sample.id());
        facts.add("data.fact.class", classes(part, sample));
        facts.add("data.fact.part", PartNames.of(texts, part.part()));
        Label size = facts.add("data.fact.size", "…");
        Label channels = facts.add("data.fact.channels", "…");
        if (sample.image() instanceof ImageFile file) {
            facts.add("data.fact.path", file.path().toString());
        }
        tools.jobs()
                .quietly(texts.text("data.fact.reading"), control -> shape(sample.image()))
                .onSuccess(
                        shape -> {
                            size.setText(shape.width() + " × " + shape.height());
                            channels.setText(
                                    texts.text(
                                            shape.channels() == 1
                                                    ? "data.fact.grey"
                                                    : "data.fact.rgb"));
                        })
                .onFailure(
                        failure -> {
                            size.setText("–");
                            channels.setText("–");
                            if (model.chosenSample().filter(sample::equals).isPresent()) {
                                facts.add(
                                        "data.fact.problem",
                                        texts.translate(failure.problems().getFirst()).cause());
                            }
                        });
    }

    private void describe(OpenedDataset dataset) {
        facts.add("data.fact.dataset", dataset.name());
        for (PartIndex part : dataset.parts()) {
            facts.add(
                    PartNames.of(texts, part.part()),
                    texts.format("data.count", part.dataset().size()),
                    FactTable.Name.LITERAL);
        }
        facts.add(
                "data.classes",
                texts.format("data.number", dataset.parts().getFirst().counts().size()));
        facts.add("data.fact.left-out", texts.format("data.number", dataset.problems().size()));
        facts.add("data.fact.path", dataset.source().toAbsolutePath().toString());
    }

    private Node classes(PartIndex part, Sample sample) {
        FlowPane chips = new FlowPane(4, 4);
        for (int index : sample.labels()) {
            Label chip = new Label(part.dataset().classes().name(index));
            chip.getStyleClass().add("chip");
            chip.setStyle("-fovea-mark: " + ClassColors.css(index) + ";");
            chips.getChildren().add(chip);
        }
        if (sample.labels().isEmpty()) {
            chips.getChildren().add(Widgets.label(texts, "data.fact.unlabelled", "muted"));
        }
        return chips;
    }

    private record Shape(int width, int height, int channels) {}

    private static Shape shape(ImageSource source) {
        return switch (source) {
            case PixelImage image -> new Shape(image.width(), image.height(), image.channels());
            case ImageFile file -> {
                ImageHeader header = ImageDecoder.probe(file.path());
                yield new Shape(header.width(), header.height(), header.channels());
            }
        };
    }
}
