package fovea.app.export;

import fovea.app.frame.Tools;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Asks where a file shall be written.
interface SaveDialog {
    /// @param name proposed
    /// @return empty if nothing shall be written
    Optional<Path> ask(Window owner, String name, ExportFormat format);

    /// The system's dialog, in the folder of last time.
    static SaveDialog ofSystem(Tools tools) {
        return (owner, name, format) -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(tools.texts().text("export.title"));
            chooser.setInitialFileName(name);
            chooser.getExtensionFilters()
                    .add(
                            new FileChooser.ExtensionFilter(
                                    tools.texts().text("export.format." + format.suffix()),
                                    "*" + format.suffix()));
            tools.settings()
                    .value("export/folder")
                    .map(Path::of)
                    .filter(Files::isDirectory)
                    .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
            Optional<Path> file =
                    Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            file.map(Path::getParent)
                    .ifPresent(folder -> tools.settings().put("export/folder", folder.toString()));
            return file;
        };
    }
}
