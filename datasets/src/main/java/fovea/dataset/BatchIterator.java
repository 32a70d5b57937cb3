package fovea.dataset;

import fovea.tensor.Batch;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// The batches of one epoch, in order; used by one thread. Close each batch when it has been used:
/// the loader makes no more than `prefetch + 1` at a time. Whatever a worker throws comes out of
/// [#hasNext] or [#next]. Closing stops the workers after the sample they are at.
public final class BatchIterator implements Iterator<Batch>, AutoCloseable {
    private final BatchFactory factory;
    private final EpochPlan plan;
    private final Iterator<BatchBuilder.Range> ranges;
    private final Queue<FutureTask<Batch>> pending = new ArrayDeque<>();
    private final AtomicInteger held = new AtomicInteger();
    private Optional<Batch> ready = Optional.empty();
    private volatile boolean closed;

    BatchIterator(BatchFactory factory, EpochPlan plan, Iterator<BatchBuilder.Range> ranges) {
        this.factory = factory;
        this.plan = plan;
        this.ranges = ranges;
        workAhead(factory.ahead());
    }

    /// Waits for the next batch, if there is one.
    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !closed) {
            if (factory.isClosed()) {
                throw new CancellationException("the loader was closed");
            }
            workAhead(Math.max(1, factory.ahead()));
            FutureTask<Batch> first = pending.peek();
            if (first == null) {
                requireExhausted();
                return false;
            }
            Batch batch = await(first);
            pending.remove();
            if (batch.size() == 0) {
                batch.close();
            } else {
                ready = Optional.of(batch);
            }
            workAhead(factory.ahead());
        }
        return ready.isPresent();
    }

    @Override
    public Batch next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the epoch has no more batches");
        }
        Batch batch = ready.orElseThrow();
        ready = Optional.empty();
        return batch;
    }

    @Override
    public void close() {
        closed = true;
        ready.ifPresent(Batch::close);
        ready = Optional.empty();
        for (FutureTask<Batch> task : pending) {
            if (task.state() == Future.State.SUCCESS) {
                task.resultNow().close();
            }
        }
        pending.clear();
    }

    private void requireExhausted() {
        if (ranges.hasNext()) {
            throw new IllegalStateException(
                    "%d batches are in use, as many as the loader makes; close one before the next"
                            .formatted(held.get()));
        }
    }

    private void workAhead(int ahead) {
        while (ranges.hasNext() && pending.size() < ahead && held.get() < factory.most()) {
            BatchBuilder.Range range = ranges.next();
            FutureTask<Batch> task = new FutureTask<>(() -> build(range));
            held.incrementAndGet();
            pending.add(task);
            factory.workers().execute(task);
        }
    }

    private boolean stopped() {
        return closed || factory.isClosed();
    }

    private Batch build(BatchBuilder.Range range) {
        BatchMemory memory = factory.take();
        AtomicBoolean released = new AtomicBoolean();
        Runnable release =
                () -> {
                    if (released.compareAndSet(false, true)) {
                        factory.giveBack(memory);
                        held.decrementAndGet();
                    }
                };
        boolean delivered = false;
        try {
            Batch built = factory.builder().build(plan, range, memory, this::stopped);
            if (stopped()) {
                throw new CancellationException("the epoch was closed");
            }
            delivered = true;
            return new Batch(built.samples(), built.tensors(), release);
        } finally {
            if (!delivered) {
                release.run();
            }
        }
    }

    private Batch await(FutureTask<Batch> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            close();
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a batch");
        }
    }
}
