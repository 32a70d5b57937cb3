package fovea.app.form;

import fovea.experiment.Catalog;
import fovea.experiment.Experiment;
import fovea.experiment.Experiments;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An experiment being edited, field by field. What is typed and cannot be so is kept beside the
/// last experiment that was right, with the reason.
public final class FormModel {
    private final Catalog catalog;
    private final ReadOnlyObjectWrapper<Experiment> experiment;
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(this, "valid", true);
    private final Map<String, Rejected> rejected = new LinkedHashMap<>();
    private Experiment base;
    private Runnable listener = () -> {};

    /// @param base what *changed* and *reset* refer to
    public FormModel(Catalog catalog, Experiment base) {
        this.catalog = catalog;
        this.base = base;
        experiment = new ReadOnlyObjectWrapper<>(this, "experiment", base);
    }

    private record Rejected(String text, List<Problem> problems) {}

    /// Starts over from another experiment.
    public void open(Experiment other) {
        base = other;
        rejected.clear();
        accept(other);
    }

    /// The last that was right.
    public ReadOnlyObjectProperty<Experiment> experiment() {
        return experiment.getReadOnlyProperty();
    }

    /// Whether all that was typed is right.
    public ReadOnlyBooleanProperty valid() {
        return valid.getReadOnlyProperty();
    }

    Catalog catalog() {
        return catalog;
    }

    /// Called after every edit.
    void onChange(Runnable action) {
        listener = action;
    }

    /// What a field should show: what was typed, if that was rejected, else its value.
    public String text(String path) {
        return Optional.ofNullable(rejected.get(path))
                .map(Rejected::text)
                .or(() -> Paths.text(experiment.get(), path))
                .orElse("");
    }

    Optional<Object> value(String path) {
        return Paths.value(experiment.get(), path);
    }

    /// Why what was typed cannot be so; empty if it can.
    public List<Problem> problems(String path) {
        return Optional.ofNullable(rejected.get(path)).map(Rejected::problems).orElse(List.of());
    }

    /// Whether a field differs from the experiment that was opened or, in a component that was
    /// exchanged, from its default.
    public boolean changed(String path) {
        return rejected.containsKey(path)
                || !Paths.text(experiment.get(), path).equals(original(path));
    }

    /// Takes what was typed, or keeps it with the reason why it cannot be so.
    public void edit(String path, String text) {
        try {
            Experiment next = Experiments.with(experiment.get(), path, text, catalog);
            forget(path);
            accept(next);
        } catch (InvalidInputException e) {
            rejected.put(path, new Rejected(text, e.problems()));
            changed();
        }
    }

    public void reset(String path) {
        original(path).ifPresent(text -> edit(path, text.isEmpty() ? "none" : text));
    }

    private Optional<String> original(String path) {
        return Paths.text(reference(path), path);
    }

    /// The opened experiment with the components above a path exchanged as they are now.
    private Experiment reference(String path) {
        Experiment reference = base;
        String[] steps = path.split("\\.");
        String owner = "";
        // A component's type is compared with the type that was opened.
        int above = steps.length - (path.endsWith("." + Paths.TYPE) ? 2 : 1);
        for (int i = 0; i < above; i++) {
            owner = Paths.join(owner, steps[i]);
            String type = Paths.join(owner, Paths.TYPE);
            Optional<String> now = Paths.text(experiment.get(), type);
            if (now.isPresent() && !now.equals(Paths.text(reference, type))) {
                try {
                    reference = Experiments.with(reference, type, now.get(), catalog);
                } catch (InvalidInputException e) {
                    // A component with fields that have no defaults is its own reference.
                    return experiment.get();
                }
            }
        }
        return reference;
    }

    /// What was typed below a component that is exchanged is gone with it.
    private void forget(String path) {
        String owner =
                path.endsWith("." + Paths.TYPE)
                        ? path.substring(0, path.length() - Paths.TYPE.length())
                        : path + ".";
        rejected.keySet().removeIf(key -> key.equals(path) || key.startsWith(owner));
    }

    private void accept(Experiment next) {
        experiment.set(next);
        changed();
    }

    private void changed() {
        valid.set(rejected.isEmpty());
        listener.run();
    }
}
