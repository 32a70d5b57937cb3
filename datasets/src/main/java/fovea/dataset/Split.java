package fovea.dataset;

import fovea.problem.InvalidInputException;
import fovea.sample.Seed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// A dataset cut in two that share no sample.
public record Split(Dataset train, Dataset validation) {
    private static final int UNLABELLED = -1;

    /// What to train on and what to watch meanwhile: the parts `train` (or `all`) and `validation`
    /// if there is one, otherwise a share held out of the former. The part `test` is never touched.
    public static Split of(DatasetParts parts, double fraction, Seed seed) {
        boolean cut = parts.has(DatasetParts.TRAIN);
        Dataset train = parts.part(cut ? DatasetParts.TRAIN : DatasetParts.ALL);
        return parts.has(DatasetParts.VALIDATION)
                ? new Split(train, parts.part(DatasetParts.VALIDATION))
                : holdOut(train, fraction, seed);
    }

    /// Holds out a share of each class for validation, chosen by the seed alone; both sides keep
    /// the dataset's order. A sample with several labels counts for the rarest of them. Every class
    /// that so many as two samples count for is on both sides.
    ///
    /// @param fraction the share held out, above 0 and below 1
    public static Split holdOut(Dataset dataset, double fraction, Seed seed) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException(
                    "the share to hold out must lie between 0 and 1, not " + fraction);
        }
        List<Integer> train = new ArrayList<>();
        List<Integer> validation = new ArrayList<>();
        strata(dataset)
                .forEach(
                        (label, members) -> {
                            shuffle(members, seed.at(label).random());
                            int held = held(members.size(), fraction);
                            validation.addAll(members.subList(0, held));
                            train.addAll(members.subList(held, members.size()));
                        });
        if (validation.isEmpty()) {
            throw InvalidInputException.of(
                    dataset.name(),
                    "no class has the two samples it takes to hold one out",
                    "add samples, or give a validation part of its own");
        }
        return new Split(part(dataset, "train", train), part(dataset, "validation", validation));
    }

    private static Dataset part(Dataset dataset, String part, List<Integer> indices) {
        indices.sort(Comparator.naturalOrder());
        return new Subset(dataset, dataset.name() + "/" + part, indices);
    }

    private static int held(int size, double fraction) {
        return size < 2 ? 0 : Math.clamp(Math.round(size * fraction), 1, size - 1);
    }

    private static Map<Integer, List<Integer>> strata(Dataset dataset) {
        List<Integer> counts = ClassCounts.of(dataset).counts();
        Map<Integer, List<Integer>> strata = new TreeMap<>();
        for (int i = 0; i < dataset.size(); i++) {
            int rarest =
                    dataset.sample(i).labels().stream()
                            .min(Comparator.comparing(counts::get))
                            .orElse(UNLABELLED);
            strata.computeIfAbsent(rarest, key -> new ArrayList<>()).add(i);
        }
        return strata;
    }

    private static void shuffle(List<Integer> list, SplittableRandom random) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }
}
