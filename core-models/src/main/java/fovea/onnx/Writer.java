package fovea.onnx;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/// Writes the fields of messages. A nested message is measured first, since its length stands
/// before it.
final class Writer {
    private final CodedOutputStream out;
    private final Purpose purpose;
    private long unwritten;

    private enum Purpose {
        WRITE,
        /// As writing, but tensors and messages inside are only counted.
        MEASURE
    }

    private Writer(CodedOutputStream out, Purpose purpose) {
        this.out = out;
        this.purpose = purpose;
    }

    static void write(Message message, OutputStream out) throws IOException {
        write(message, CodedOutputStream.newInstance(out));
    }

    /// @param into as long as the message
    static void write(Message message, byte[] into) throws IOException {
        write(message, CodedOutputStream.newInstance(into));
    }

    private static void write(Message message, CodedOutputStream out) throws IOException {
        message.write(new Writer(out, Purpose.WRITE));
        out.flush();
    }

    /// Bytes of a message without the tag and length before it.
    static long size(Message message) throws IOException {
        OutputStream nowhere = OutputStream.nullOutputStream();
        Writer writer = new Writer(CodedOutputStream.newInstance(nowhere), Purpose.MEASURE);
        message.write(writer);
        return writer.out.getTotalBytesWritten() + writer.unwritten;
    }

    void integer(int field, long value) throws IOException {
        out.writeInt64(field, value);
    }

    void integers(int field, List<Long> values) throws IOException {
        for (long value : values) {
            out.writeInt64(field, value);
        }
    }

    void real(int field, float value) throws IOException {
        out.writeFloat(field, value);
    }

    /// Nothing if the text is empty, which is what a missing field means.
    void text(int field, String value) throws IOException {
        if (!value.isEmpty()) {
            out.writeString(field, value);
        }
    }

    void texts(int field, List<String> values) throws IOException {
        for (String value : values) {
            out.writeString(field, value);
        }
    }

    void bytes(int field, ByteBuffer value) throws IOException {
        length(field, value.remaining());
        switch (purpose) {
            // it would write the buffer's whole capacity
            case WRITE -> out.writeRawBytes(value.slice());
            case MEASURE -> unwritten += value.remaining();
        }
    }

    void message(int field, Message message) throws IOException {
        long size = size(message);
        length(field, Math.toIntExact(size));
        switch (purpose) {
            case WRITE -> message.write(this);
            case MEASURE -> unwritten += size;
        }
    }

    void messages(int field, List<? extends Message> messages) throws IOException {
        for (Message message : messages) {
            message(field, message);
        }
    }

    /// `StringStringEntryProto`, one for each entry.
    void entries(int field, Map<String, String> entries) throws IOException {
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            message(
                    field,
                    out -> {
                        out.text(1, entry.getKey());
                        out.text(2, entry.getValue());
                    });
        }
    }

    private void length(int field, int bytes) throws IOException {
        out.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt32NoTag(bytes);
    }
}
