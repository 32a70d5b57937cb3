package fovea.experiment;

import fovea.experiment.FieldInfo.Bounds;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Makes random records of any component class, within the bounds of their fields.
final class RandomRecords {
    private static final int TRIES = 200;
    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "plain",
                    "none",
                    "Null",
                    "true",
                    "12",
                    "-",
                    "a: b",
                    "a #b",
                    "'q' \"q\"",
                    "../x/y",
                    "C:\\x",
                    "*a",
                    "&a",
                    "!b",
                    "{",
                    "[a]",
                    "- a",
                    "a\nb\n",
                    "\t",
                    "服装 ü",
                    "😀",
                    "\u0000\u001b\u0085\u2028\uFEFF",
                    "1e5",
                    "~",
                    "=",
                    "<<",
                    "a,b",
                    "%",
                    "@",
                    "`");

    private final SplittableRandom random;
    private final Catalog catalog;

    RandomRecords(long seed, Catalog catalog) {
        this.random = new SplittableRandom(seed);
        this.catalog = catalog;
    }

    /// A record that its own constructor accepts.
    Record of(Class<? extends Record> type) {
        List<FieldInfo> fields = FieldInfo.of(type);
        IllegalArgumentException refusal = new IllegalArgumentException("no try");
        for (int i = 0; i < TRIES; i++) {
            // Most fields keep their default, or constraints between fields would rarely hold.
            int changed = random.nextInt(fields.size() + 1);
            try {
                return Records.make(
                        type,
                        IntStream.range(0, fields.size())
                                .mapToObj(
                                        f ->
                                                f == changed
                                                        ? random(fields.get(f))
                                                        : usual(fields.get(f)))
                                .toList());
            } catch (IllegalArgumentException e) {
                refusal = e;
            }
        }
        throw new IllegalStateException(type + " accepts nothing: " + refusal.getMessage());
    }

    private Object usual(FieldInfo field) {
        if (field.defaultText().isEmpty() || random.nextInt(3) == 0) {
            return random(field);
        }
        Findings findings = new Findings();
        Binder binder = new Binder(catalog, findings);
        return TreeReader.read(field.defaultText().get(), "default", findings)
                .flatMap(tree -> binder.field(tree, field, ""))
                .orElseThrow();
    }

    private Object random(FieldInfo field) {
        // Names have a pattern of their own.
        return field.name().equals("name")
                ? "run-" + random.nextInt(100)
                : random(field.type(), field.bounds());
    }

    private Object random(FieldType type, Bounds bounds) {
        return switch (type) {
            case FieldType.Flag _ -> random.nextBoolean();
            case FieldType.IntNumber _ -> (int) whole(bounds, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case FieldType.LongNumber _ -> whole(bounds, Long.MIN_VALUE, Long.MAX_VALUE);
            case FieldType.RealNumber _ -> real(bounds);
            case FieldType.Text _ -> TEXTS.get(random.nextInt(TEXTS.size()));
            case FieldType.Choice c -> pick(List.of(c.type().getEnumConstants()));
            case FieldType.ListOf l ->
                    IntStream.range(0, random.nextInt(4))
                            .mapToObj(i -> random(l.element(), bounds))
                            .toList();
            case FieldType.OptionalOf o ->
                    random.nextBoolean()
                            ? Optional.empty()
                            : Optional.of(random(o.element(), bounds));
            case FieldType.RecordOf r -> of(r.type());
            case FieldType.KindOf k -> of(pick(catalog.components(k.kind())).type());
        };
    }

    private <T> T pick(List<? extends T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private long whole(Bounds bounds, long min, long max) {
        long least = Math.max((long) bounds.min(), min);
        long most = Math.min((long) bounds.max(), max);
        return most == Long.MAX_VALUE && least == Long.MIN_VALUE
                ? random.nextLong()
                : random.nextLong(least, most) + random.nextInt(2);
    }

    private double real(Bounds bounds) {
        double least = Math.max(bounds.min(), -1e6);
        double most = Math.min(bounds.max(), 1e6);
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> least + (most - least) * Math.pow(10, -random.nextInt(12));
            default -> random.nextDouble(least, most);
        };
    }
}
