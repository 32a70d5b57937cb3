package fovea.deployment;

import fovea.engine.EngineException;
import fovea.engine.InferenceSession;
import fovea.engine.onnx.OnnxSession;
import fovea.onnx.Dimension;
import fovea.onnx.OnnxFile;
import fovea.onnx.ValueInfo;
import fovea.problem.InvalidInputException;
import fovea.sample.ClassScores;
import fovea.tensor.Batch;
import fovea.tensor.HostTensor;
import fovea.tensor.InputSpec;
import fovea.tensor.Layout;

import java.util.List;
import java.util.Map;

/// An ONNX model whose only input takes the images, whatever it is called.
///
/// @param place what messages call the model
/// @param input the model's name for it
record OnnxNet(OnnxSession session, String place, String input) implements InferenceSession {
    private static final int USUAL_BATCH = 32;

    /// How many images go through the model together: one where it was made for just one.
    static int batch(OnnxFile model) {
        return model.inputs().stream()
                        .flatMap(info -> info.dims().stream())
                        .anyMatch(
                                dims ->
                                        !dims.isEmpty()
                                                && dims.getFirst() instanceof Dimension.Fixed)
                ? 1
                : USUAL_BATCH;
    }

    /// Checks by a run on a black image that a model does what its deployment says. The session is
    /// closed if it does not.
    static OnnxNet fitting(Deployment deployment, String place, OnnxSession session) {
        try {
            OnnxNet net = new OnnxNet(session, place, input(place, session));
            net.check(deployment);
            return net;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static String input(String place, OnnxSession session) {
        List<ValueInfo> inputs = session.inputs();
        if (inputs.size() != 1) {
            throw InvalidInputException.of(
                    place,
                    "it takes " + inputs + ", not only images",
                    "export the part of the net that takes images alone");
        }
        return inputs.getFirst().name();
    }

    private void check(Deployment deployment) {
        List<String> there = session.outputs().stream().map(ValueInfo::name).toList();
        for (String wanted : deployment.decoder().outputs()) {
            if (!there.contains(wanted)) {
                throw unfit(
                        "it has no output '%s', only %s".formatted(wanted, there),
                        "name one of these in the decoder");
            }
        }
        Map<String, HostTensor> outputs = tried(deployment.input());
        deployment.decoder().decode(outputs, 0).stream()
                .filter(ClassScores.class::isInstance)
                .map(scores -> ((ClassScores) scores).scores().size())
                .filter(size -> size != deployment.classes().size())
                .findFirst()
                .ifPresent(
                        size -> {
                            throw unfit(
                                    "it gives %d scores for %d classes"
                                            .formatted(size, deployment.classes().size()),
                                    "name as many classes as the net has, in its order");
                        });
    }

    private Map<String, HostTensor> tried(InputSpec input) {
        List<Integer> shape = List.of(1, input.channels(), input.height(), input.width());
        try {
            return run(Map.of(Batch.IMAGE, HostTensor.zeros(Layout.CHANNELS_LAST, shape)));
        } catch (EngineException | IllegalArgumentException e) {
            throw unfit(
                    "it takes %s, not images of %d×%d×%d (%s)"
                            .formatted(
                                    session.inputs(),
                                    input.channels(),
                                    input.height(),
                                    input.width(),
                                    e.getMessage()),
                    "correct the input size it is used with");
        }
    }

    private InvalidInputException unfit(String cause, String cure) {
        return InvalidInputException.of(place, cause, cure);
    }

    @Override
    public Map<String, HostTensor> run(Map<String, HostTensor> batch) {
        HostTensor images = batch.get(Batch.IMAGE);
        if (images == null) {
            throw new IllegalArgumentException("no images in " + batch.keySet());
        }
        return session.run(Map.of(input, images));
    }

    @Override
    public void close() {
        session.close();
    }
}
