package fovea.dataset;

import fovea.problem.Problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What the epochs of a loader share: recipe, threads, memory, and the problems met.
final class BatchFactory {
    private final BatchRecipe recipe;
    private final LoaderSpec spec;
    private final Workers workers;
    private final BatchBuilder builder;
    private final Queue<BatchMemory> free = new ConcurrentLinkedQueue<>();
    private final Set<Problem> problems = Collections.synchronizedSet(new LinkedHashSet<>());
    private volatile boolean closed;

    BatchFactory(Dataset dataset, BatchRecipe recipe, LoaderSpec spec) {
        this.recipe = recipe;
        this.spec = spec;
        workers = new Workers(spec.workers());
        builder = new BatchBuilder(dataset, recipe, problems::add);
    }

    BatchBuilder builder() {
        return builder;
    }

    Workers workers() {
        return workers;
    }

    /// Batches to have ready or in work before they are asked for.
    int ahead() {
        return workers.workAhead() ? spec.prefetch() : 0;
    }

    /// Batches that may exist at a time, those in the consumer's hands included.
    int most() {
        return spec.prefetch() + 1;
    }

    BatchMemory take() {
        BatchMemory memory = free.poll();
        return memory == null ? new BatchMemory(spec.batch(), recipe) : memory;
    }

    void giveBack(BatchMemory memory) {
        if (!closed && free.size() < most()) {
            free.add(memory);
        }
    }

    List<Problem> problems() {
        synchronized (problems) {
            return new ArrayList<>(problems);
        }
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
        workers.close();
        free.clear();
    }
}
