package fovea.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

import java.io.IOException;

/// Writes NaN and infinity, which JSON has not, as null.
final class FiniteNumbers extends SimpleModule {
    private static final long serialVersionUID = 1;

    FiniteNumbers() {
        addSerializer(Double.class, new Writer<>(Double.class));
        addSerializer(Double.TYPE, new Writer<>(Double.class));
        addSerializer(Float.class, new Writer<>(Float.class));
        addSerializer(Float.TYPE, new Writer<>(Float.class));
    }

    private static final class Writer<T extends Number> extends StdSerializer<T> {
        private static final long serialVersionUID = 1;

        Writer(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            if (!Double.isFinite(value.doubleValue())) {
                out.writeNull();
            } else if (value instanceof Float single) {
                out.writeNumber(single);
            } else {
                out.writeNumber(value.doubleValue());
            }
        }
    }
}
