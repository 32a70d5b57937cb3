package fovea.app.data;

import fovea.app.frame.Widgets;
import fovea.app.text.Texts;
import fovea.app.theme.ClassColors;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.TreeSet;

/// How many pictures are shown, and the filter in force, class by class, each removable.
final class FilterChips extends FlowPane {
    private final Texts texts;
    private final DataModel model;
    private final Label count;

    FilterChips(Texts texts, DataModel model) {
        super(8, 4);
        this.texts = texts;
        this.model = model;
        setId("filter-chips");
        setRowValignment(VPos.CENTER);
        getStyleClass().add("filter-chips");
        count = Widgets.label(count(), "muted", "shown-count");
        model.classes().subscribe(now -> fill());
        model.part().subscribe(now -> fill());
    }

    private void fill() {
        getChildren().setAll(count);
        model.part()
                .get()
                .ifPresent(
                        part ->
                                new TreeSet<>(model.classes().get())
                                        .forEach(c -> getChildren().add(chip(part, c))));
    }

    private ObservableValue<String> count() {
        return model.shown()
                .flatMap(
                        shown ->
                                texts.language()
                                        .map(
                                                l -> {
                                                    int all = all();
                                                    return shown.size() == all
                                                            ? texts.format("data.count", all)
                                                            : texts.format(
                                                                    "data.count.some",
                                                                    shown.size(),
                                                                    all);
                                                }));
    }

    private int all() {
        return model.part().get().map(part -> part.dataset().size()).orElse(0);
    }

    private Button chip(PartIndex part, int index) {
        String name = part.dataset().classes().name(index);
        Button chip = new Button(name, new FontIcon(Feather.X));
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.getStyleClass().add("chip");
        chip.setStyle("-fovea-mark: " + ClassColors.css(index) + ";");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setTooltip(
                Widgets.tooltip(texts.language().map(l -> texts.format("data.chip.remove", name))));
        chip.setOnAction(event -> model.toggleClass(index));
        return chip;
    }
}
