package fovea.classification;

import fovea.component.Component;
import fovea.plugin.OfflineEvaluation;
import fovea.plugin.Plugin;

import java.util.List;
import java.util.Map;

/// Image classification with one or several classes an image.
public final class ClassificationPlugin implements Plugin {
    @Override
    public String name() {
        return "classification";
    }

    @Override
    public List<Class<? extends Component>> components() {
        return List.of(ImageClassifier.class, ClassScoresDecoder.class);
    }

    @Override
    public Map<String, OfflineEvaluation> evaluations() {
        return OfflineEvaluations.all();
    }
}
