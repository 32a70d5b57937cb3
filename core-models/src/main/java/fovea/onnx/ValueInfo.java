package fovea.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A tensor that a model takes or gives (`ValueInfoProto`).
///
/// @param type [ElementType#UNDEFINED] if it is no tensor but a sequence or a map
/// @param dims empty if even the number of dimensions is left open
public record ValueInfo(String name, ElementType type, Optional<List<Dimension>> dims)
        implements Message {
    public ValueInfo {
        dims = dims.map(List::copyOf);
    }

    static ValueInfo of(String name, ElementType type, List<Dimension> dims) {
        return new ValueInfo(name, type, Optional.of(dims));
    }

    /// Such as `image: FLOAT N×3×224×224`.
    @Override
    public String toString() {
        return name + ": " + type + " " + shape();
    }

    private String shape() {
        return dims.map(
                        known ->
                                known.isEmpty()
                                        ? "scalar"
                                        : known.stream()
                                                .map(Dimension::toString)
                                                .collect(Collectors.joining("×")))
                .orElse("of any shape");
    }

    @Override
    public void write(Writer out) throws IOException {
        out.text(1, name);
        out.message(2, this::writeType);
    }

    private void writeType(Writer out) throws IOException {
        out.message(
                1,
                tensor -> {
                    tensor.integer(1, type.number());
                    if (dims.isPresent()) {
                        tensor.message(2, this::writeShape);
                    }
                });
    }

    private void writeShape(Writer out) throws IOException {
        for (Dimension dimension : dims.orElse(List.of())) {
            out.message(
                    1,
                    one -> {
                        switch (dimension) {
                            case Dimension.Fixed fixed -> one.integer(1, fixed.size());
                            case Dimension.Dynamic dynamic -> one.text(2, dynamic.name());
                        }
                    });
        }
    }

    static ValueInfo read(Reader in) throws IOException {
        String name = "";
        ValueInfo type = new ValueInfo("", ElementType.UNDEFINED, Optional.empty());
        for (int field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case 1 -> name = in.text();
                case 2 -> type = in.message(ValueInfo::readType);
                default -> in.skip();
            }
        }
        return new ValueInfo(name, type.type, type.dims);
    }

    private static ValueInfo readType(Reader in) throws IOException {
        ValueInfo tensor = new ValueInfo("", ElementType.UNDEFINED, Optional.empty());
        for (int field = in.next(); field != 0; field = in.next()) {
            if (field == 1) {
                tensor = in.message(ValueInfo::readTensor);
            } else {
                in.skip();
            }
        }
        return tensor;
    }

    private static ValueInfo readTensor(Reader in) throws IOException {
        ElementType type = ElementType.UNDEFINED;
        Optional<List<Dimension>> dims = Optional.empty();
        for (int field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case 1 -> type = ElementType.of(in.integer());
                case 2 -> dims = Optional.of(in.message(ValueInfo::readShape));
                default -> in.skip();
            }
        }
        return new ValueInfo("", type, dims);
    }

    private static List<Dimension> readShape(Reader in) throws IOException {
        List<Dimension> dims = new ArrayList<>();
        for (int field = in.next(); field != 0; field = in.next()) {
            if (field == 1) {
                dims.add(in.message(ValueInfo::readDimension));
            } else {
                in.skip();
            }
        }
        return dims;
    }

    private static Dimension readDimension(Reader in) throws IOException {
        Dimension dimension = new Dimension.Dynamic("");
        for (int field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case 1 -> dimension = new Dimension.Fixed(in.integer());
                case 2 -> dimension = new Dimension.Dynamic(in.text());
                default -> in.skip();
            }
        }
        return dimension;
    }
}
