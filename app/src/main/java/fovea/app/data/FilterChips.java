package fovea.app.data;

import atlantafx.base.theme.Styles;

import fovea.app.frame.Command;
import fovea.app.frame.Widgets;
import fovea.app.text.Texts;
import fovea.app.theme.ClassColors;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.TreeSet;

/// The filter in force, class by class, each removable.
final class FilterChips extends FlowPane {
    private final Texts texts;
    private final DataModel model;
    private final Command clear;

    FilterChips(Texts texts, DataModel model, Command clear) {
        super(8, 4);
        this.texts = texts;
        this.model = model;
        this.clear = clear;
        setId("filter-chips");
        getStyleClass().add("filter-chips");
        model.classes().subscribe(now -> fill());
    }

    private void fill() {
        getChildren().clear();
        model.part()
                .get()
                .ifPresent(
                        part ->
                                new TreeSet<>(model.classes().get())
                                        .forEach(c -> getChildren().add(chip(part, c))));
        boolean any = !getChildren().isEmpty();
        if (any) {
            getChildren().add(Widgets.button(clear, Styles.FLAT, Styles.SMALL));
        }
        setVisible(any);
        setManaged(any);
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
