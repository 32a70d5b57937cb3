package fovea.imports;

import fovea.importing.ModelImporter;
import fovea.imports.dl4j.Dl4jImporter;
import fovea.imports.keras.KerasImporter;
import fovea.plugin.Plugin;

import java.util.List;

/// Reads models of Keras and of Deeplearning4j.
public final class ModelImportPlugin implements Plugin {
    @Override
    public String name() {
        return "model-import";
    }

    @Override
    public List<ModelImporter> importers() {
        return List.of(new KerasImporter(), new Dl4jImporter());
    }
}
