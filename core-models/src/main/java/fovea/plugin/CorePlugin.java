package fovea.plugin;

import fovea.component.Component;
import fovea.engine.Engine;
import fovea.engine.onnx.OnnxEngine;
import fovea.engine.torch.TorchEngine;
import fovea.loss.Losses;
import fovea.model.Backbones;
import fovea.model.layered.LayerKinds;
import fovea.optimization.Optimizer;
import fovea.optimization.Schedules;
import fovea.transform.Transforms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What comes with Fovea whatever the task: transforms, backbones, layers, losses, optimisers,
/// schedules and the engines on libtorch and ONNX Runtime.
public final class CorePlugin implements Plugin {
    @Override
    public String name() {
        return "core";
    }

    @Override
    public List<Class<? extends Component>> components() {
        List<Class<? extends Component>> optimizers =
                List.of(
                        Optimizer.Sgd.class,
                        Optimizer.Adam.class,
                        Optimizer.AdamW.class,
                        Optimizer.RmsProp.class);
        return Stream.of(
                        Transforms.all(),
                        Backbones.all(),
                        LayerKinds.all(),
                        Losses.all(),
                        optimizers,
                        Schedules.all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Map<String, Supplier<Engine>> engines() {
        // Lambdas rather than TorchEngine::new: a class, and its library, is touched when chosen.
        Map<String, Supplier<Engine>> engines = new LinkedHashMap<>();
        engines.put("torch", () -> new TorchEngine());
        engines.put("onnx", () -> new OnnxEngine());
        return engines;
    }
}
