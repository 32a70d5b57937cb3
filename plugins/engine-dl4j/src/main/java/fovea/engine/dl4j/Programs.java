package fovea.engine.dl4j;

import fovea.engine.Inputs;
import fovea.graph.Graph;
import fovea.tensor.HostTensor;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The programs of a session: one for each choice of outputs and number of samples, of which the
/// last few are kept.
final class Programs implements AutoCloseable {
    private static final int KEPT = 4;

    private record Key(List<String> outputs, int samples) {}

    private final Graph graph;
    private final Memory memory;
    private final Mode mode;
    private final Map<List<String>, Graph> parts = new LinkedHashMap<>();
    private final Map<Key, Program> programs = new LinkedHashMap<>(16, 0.75f, true);

    Programs(Graph graph, Memory memory, Mode mode) {
        this.graph = graph;
        this.memory = memory;
        this.mode = mode;
    }

    /// The program for the number of samples in a batch.
    Program of(List<String> outputs, Map<String, HostTensor> batch) {
        Graph part =
                parts.computeIfAbsent(
                        List.copyOf(outputs), names -> graph.only(names.toArray(String[]::new)));
        int samples = Inputs.samples(part.inputs(), batch);
        Key key = new Key(List.copyOf(outputs), samples);
        Program program = programs.get(key);
        if (program == null) {
            program = new Program(part, memory, mode, samples);
            programs.put(key, program);
            if (programs.size() > KEPT) {
                Iterator<Program> oldest = programs.values().iterator();
                oldest.next().close();
                oldest.remove();
            }
        }
        return program;
    }

    @Override
    public void close() {
        programs.values().forEach(Program::close);
        programs.clear();
    }
}
