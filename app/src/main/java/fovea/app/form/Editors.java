package fovea.app.form;

import fovea.experiment.ComponentInfo;
import fovea.experiment.FieldInfo;
import fovea.experiment.FieldType;

import java.util.List;

/// Finds the control for a type.
final class Editors {
    private Editors() {}

    static FormPart of(FormTools tools, String path, FieldInfo field) {
        return switch (field.type()) {
            case FieldType.Flag _ -> new FlagEditor(tools, path);
            case FieldType.IntNumber _,
                    FieldType.LongNumber _,
                    FieldType.RealNumber _,
                    FieldType.Text _ ->
                    new TextEditor(tools, path, field);
            case FieldType.Choice c ->
                    new ChoiceEditor(tools, path, c.names(), name -> tools.words().choice(c, name));
            case FieldType.KindOf k -> kind(tools, path, k);
            case FieldType.RecordOf r -> new RecordEditor(tools, path, r.type());
            case FieldType.ListOf(FieldType.KindOf k) -> new ListEditor(tools, path, k);
            case FieldType.ListOf l when isScalar(l.element()) ->
                    new TextEditor(tools, path, field);
            case FieldType.OptionalOf o when isScalar(o.element()) ->
                    new TextEditor(tools, path, field);
            case FieldType.ListOf _, FieldType.OptionalOf _ -> new YamlEditor(tools, path);
        };
    }

    /// Whether a field needs room of its own below its label.
    static boolean isWide(FieldType type) {
        return switch (type) {
            case FieldType.RecordOf _, FieldType.KindOf _ -> true;
            case FieldType.ListOf l -> !isScalar(l.element());
            case FieldType.OptionalOf o -> isWide(o.element());
            default -> false;
        };
    }

    static FormPart typeChoice(FormTools tools, String path, FieldType.KindOf kind) {
        List<String> names =
                tools.model().catalog().components(kind.kind()).stream()
                        .map(ComponentInfo::name)
                        .toList();
        return new ChoiceEditor(
                tools, Paths.join(path, Paths.TYPE), names, tools.words()::component);
    }

    private static FormPart kind(FormTools tools, String path, FieldType.KindOf kind) {
        return new ComponentEditor(tools, path, kind);
    }

    private static boolean isScalar(FieldType type) {
        return switch (type) {
            case FieldType.Flag _,
                    FieldType.IntNumber _,
                    FieldType.LongNumber _,
                    FieldType.RealNumber _,
                    FieldType.Text _,
                    FieldType.Choice _ ->
                    true;
            case FieldType.ListOf l -> isScalar(l.element());
            case FieldType.OptionalOf _, FieldType.RecordOf _, FieldType.KindOf _ -> false;
        };
    }
}
