package fovea.engine.dl4j;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Places what a program computes in one stretch of memory, so that tensors whose lives do not
/// overlap share it: the longest are placed first, each at the lowest free place (Pisarchyk and
/// Lee, 2020). Results that may overwrite an input do so where its life ends.
final class MemoryPlan {
    /// Starts at cache lines.
    private static final int ALIGNMENT = 16;

    private final Map<Storage, Life> lives = new LinkedHashMap<>();
    private final Map<Storage, Long> places = new HashMap<>();
    private long length;
    private long constants;

    /// From the first to the last operation that touches it; what is merged lives in one place.
    private static final class Life {
        private final long length;
        private final int first;
        private int last;
        private long place;

        private Life(long length, int first) {
            this.length = length;
            this.first = first;
            this.last = first;
        }

        private boolean meets(Life other) {
            return first <= other.last && other.first <= last;
        }

        private long end() {
            return place + aligned(length);
        }
    }

    MemoryPlan(Tape tape) {
        tape.given().forEach(storage -> touch(storage, -1));
        List<Call> calls = tape.calls();
        for (int i = 0; i < calls.size(); i++) {
            for (Tensor tensor : calls.get(i).inputs()) {
                touch(tensor.storage(), i);
            }
            for (Tensor tensor : calls.get(i).outputs()) {
                touch(tensor.storage(), i);
            }
        }
        tape.kept().forEach(storage -> touch(storage, calls.size()));
        merge(calls);
        place();
        for (Storage storage : tape.constants().keySet()) {
            places.put(storage, constants);
            constants += aligned(storage.length());
        }
    }

    /// Of the scratch memory, in elements.
    long length() {
        return length;
    }

    /// Of the memory for constants, in elements.
    long constants() {
        return constants;
    }

    private static long aligned(long count) {
        return Math.ceilDiv(count, ALIGNMENT) * ALIGNMENT;
    }

    /// Where a scratch storage or a constant starts, in elements.
    long place(Storage storage) {
        return Objects.requireNonNull(places.get(storage));
    }

    private void touch(Storage storage, int time) {
        if (storage.kind() == Storage.Kind.SCRATCH) {
            Life life = lives.computeIfAbsent(storage, s -> new Life(s.length(), time));
            life.last = Math.max(life.last, time);
        }
    }

    private void merge(List<Call> calls) {
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            if (call.overlap() == Call.Overlap.NEVER) {
                continue;
            }
            Life source = lives.get(call.inputs().getFirst().storage());
            Storage output = call.outputs().getFirst().storage();
            Life result = lives.get(output);
            if (source != null
                    && result != null
                    && source != result
                    && source.last == i
                    && result.first == i
                    && source.length == result.length) {
                source.last = result.last;
                lives.put(output, source);
            }
        }
    }

    private void place() {
        List<Life> open = new ArrayList<>(lives.values().stream().distinct().toList());
        open.sort(Comparator.comparingLong((Life life) -> life.length).reversed());
        List<Life> placed = new ArrayList<>();
        for (Life life : open) {
            life.place = free(life, placed);
            length = Math.max(length, life.end());
            placed.add(life);
        }
        lives.forEach((storage, life) -> places.put(storage, life.place));
    }

    private static long free(Life life, List<Life> placed) {
        List<Life> rivals = new ArrayList<>(placed);
        rivals.removeIf(other -> !other.meets(life));
        rivals.sort(Comparator.comparingLong(other -> other.place));
        long start = 0;
        for (Life rival : rivals) {
            if (rival.place - start >= life.length) {
                return start;
            }
            start = Math.max(start, rival.end());
        }
        return start;
    }
}
