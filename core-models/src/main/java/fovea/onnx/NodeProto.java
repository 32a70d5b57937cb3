package fovea.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A use of an operator (`NodeProto`).
///
/// @param operator of the standard's own set, or with the domain before it: `com.microsoft:Gelu`
record NodeProto(
        String name,
        String operator,
        List<String> inputs,
        List<String> outputs,
        List<AttributeProto> attributes)
        implements Message {
    NodeProto {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = List.copyOf(attributes);
    }

    @Override
    public void write(Writer out) throws IOException {
        int colon = operator.indexOf(':');
        out.texts(1, inputs);
        out.texts(2, outputs);
        out.text(3, name);
        out.text(4, operator.substring(colon + 1));
        out.messages(5, attributes);
        out.text(7, colon < 0 ? "" : operator.substring(0, colon));
    }

    static NodeProto read(Reader in) throws IOException {
        String name = "";
        String type = "";
        String domain = "";
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        List<AttributeProto> attributes = new ArrayList<>();
        for (int field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case 1 -> inputs.add(in.text());
                case 2 -> outputs.add(in.text());
                case 3 -> name = in.text();
                case 4 -> type = in.text();
                case 5 -> attributes.add(in.message(AttributeProto::read));
                case 7 -> domain = in.text();
                default -> in.skip();
            }
        }
        String operator = domain.isEmpty() ? type : domain + ":" + type;
        return new NodeProto(name, operator, inputs, outputs, attributes);
    }
}
