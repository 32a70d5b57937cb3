package fovea.dataset;

import fovea.problem.Problem;
import fovea.sample.ClassList;
import fovea.sample.Sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Some samples of another dataset, in an order of their own; nothing is copied.
public final class Subset implements Dataset {
    private final Dataset whole;
    private final String name;
    private final int[] indices;

    /// @param indices which samples of the whole, in which order
    public Subset(Dataset whole, String name, List<Integer> indices) {
        this.whole = whole;
        this.name = name;
        this.indices = indices.stream().mapToInt(Integer::intValue).toArray();
        Arrays.stream(this.indices).forEach(index -> Objects.checkIndex(index, whole.size()));
    }

    /// At most `count` samples, as evenly from all classes as there are samples, the first ones of
    /// each, in the dataset's order. Samples without a class count as one more class.
    public static Dataset balanced(Dataset whole, int count) {
        if (count >= whole.size()) {
            return whole;
        }
        Map<List<Integer>, Integer> seen = new HashMap<>();
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            ranked.add(new Ranked(seen.merge(whole.sample(i).labels(), 1, Integer::sum), i));
        }
        List<Integer> chosen =
                ranked.stream().sorted().limit(count).map(Ranked::index).sorted().toList();
        return new Subset(whole, whole.name(), chosen);
    }

    /// The how-manieth of its class a sample is.
    private record Ranked(int rank, int index) implements Comparable<Ranked> {
        @Override
        public int compareTo(Ranked other) {
            int byRank = Integer.compare(rank, other.rank);
            return byRank != 0 ? byRank : Integer.compare(index, other.index);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ClassList classes() {
        return whole.classes();
    }

    @Override
    public int size() {
        return indices.length;
    }

    @Override
    public Sample sample(int index) {
        return whole.sample(indices[index]);
    }

    @Override
    public List<Problem> problems() {
        return whole.problems();
    }
}
