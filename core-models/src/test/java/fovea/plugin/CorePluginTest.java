package fovea.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.model.Backbones;
import fovea.optimization.Optimizer;
import fovea.transform.Transforms;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;

class CorePluginTest {
    private final CorePlugin plugin = new CorePlugin();

    @Test
    void listsEachComponentOnce() {
        assertEquals(plugin.components().size(), new HashSet<>(plugin.components()).size());
        assertTrue(plugin.components().containsAll(Transforms.all()));
        assertTrue(plugin.components().containsAll(Backbones.all()));
    }

    @Test
    void listsEveryOptimizer() {
        assertTrue(
                plugin.components().containsAll(List.of(Optimizer.class.getPermittedSubclasses())));
    }

    @Test
    void offersTheEnginesOnLibtorchAndOnnxRuntime() {
        assertEquals(List.of("torch", "onnx"), List.copyOf(plugin.engines().keySet()));
    }
}
