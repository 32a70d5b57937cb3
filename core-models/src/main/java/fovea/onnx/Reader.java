package fovea.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/// Reads the fields of messages from bytes that nobody vouches for: depth and number of entries are
/// limited, and nothing is copied but short lists and names, so that memory stays within a small
/// multiple of the file.
final class Reader {
    private static final int DEEPEST = 40;
    private static final int MOST_ENTRIES = 2_000_000;

    private final CodedInputStream in;
    private int tag;
    private int depth;
    private int entries;

    /// Reads one kind of message up to its end.
    interface Body<T> {
        T read(Reader in) throws IOException;
    }

    Reader(byte[] bytes) {
        in = CodedInputStream.newInstance(bytes);
        in.enableAliasing(true);
    }

    /// The number of the next field of this message; 0 at its end.
    int next() throws IOException {
        tag = in.readTag();
        return WireFormat.getTagFieldNumber(tag);
    }

    int position() {
        return in.getTotalBytesRead();
    }

    void skip() throws IOException {
        int type = WireFormat.getTagWireType(tag);
        if (type == WireFormat.WIRETYPE_START_GROUP || type == WireFormat.WIRETYPE_END_GROUP) {
            throw Malformed.damaged("it is no ONNX model (it has groups)");
        }
        in.skipField(tag);
    }

    long integer() throws IOException {
        expect(WireFormat.WIRETYPE_VARINT);
        return in.readInt64();
    }

    float real() throws IOException {
        expect(WireFormat.WIRETYPE_FIXED32);
        return in.readFloat();
    }

    String text() throws IOException {
        expect(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        count(1);
        return in.readStringRequireUtf8();
    }

    /// A part of the file's own bytes.
    ByteBuffer bytes() throws IOException {
        expect(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        count(1);
        return in.readByteBuffer();
    }

    /// Adds the integers of this field, packed or one of them.
    void integers(List<Long> into) throws IOException {
        if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            count(1);
            into.add(integer());
            return;
        }
        int end = in.pushLimit(in.readRawVarint32());
        while (!in.isAtEnd()) {
            count(1);
            into.add(in.readInt64());
        }
        in.popLimit(end);
    }

    /// Adds the numbers of this field, packed or one of them.
    void reals(List<Float> into) throws IOException {
        if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            count(1);
            into.add(real());
            return;
        }
        int end = in.pushLimit(in.readRawVarint32());
        while (!in.isAtEnd()) {
            count(1);
            into.add(in.readFloat());
        }
        in.popLimit(end);
    }

    /// How many varints this field holds, packed or one.
    long varints() throws IOException {
        if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            integer();
            return 1;
        }
        int end = in.pushLimit(in.readRawVarint32());
        long count = 0;
        while (!in.isAtEnd()) {
            in.readRawVarint64();
            count++;
        }
        in.popLimit(end);
        return count;
    }

    /// How many numbers of a fixed width this field holds, packed or one.
    long fixed(int width) throws IOException {
        if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            expect(width == 4 ? WireFormat.WIRETYPE_FIXED32 : WireFormat.WIRETYPE_FIXED64);
            in.skipField(tag);
            return 1;
        }
        int length = in.readRawVarint32();
        if (length % width != 0) {
            throw Malformed.damaged("it holds a fraction of a number");
        }
        in.skipRawBytes(length);
        return length / width;
    }

    <T> T message(Body<T> body) throws IOException {
        expect(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        count(1);
        if (++depth > DEEPEST) {
            throw Malformed.damaged("its parts are nested more than " + DEEPEST + " deep");
        }
        int end = in.pushLimit(in.readRawVarint32());
        T message = body.read(this);
        in.popLimit(end);
        depth--;
        return message;
    }

    /// Adds a `StringStringEntryProto`.
    void entry(Map<String, String> into) throws IOException {
        Map.Entry<String, String> entry = message(Reader::keyAndValue);
        if (into.put(entry.getKey(), entry.getValue()) != null) {
            throw Malformed.damaged("it has two entries '" + entry.getKey() + "'");
        }
    }

    private static Map.Entry<String, String> keyAndValue(Reader in) throws IOException {
        String key = "";
        String value = "";
        for (int field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case 1 -> key = in.text();
                case 2 -> value = in.text();
                default -> in.skip();
            }
        }
        return Map.entry(key, value);
    }

    private void expect(int wireType) throws IOException {
        if (WireFormat.getTagWireType(tag) != wireType) {
            throw Malformed.damaged(
                    "it is no ONNX model (field %d has the wrong type)"
                            .formatted(WireFormat.getTagFieldNumber(tag)));
        }
    }

    private void count(int more) throws IOException {
        entries += more;
        if (entries > MOST_ENTRIES) {
            throw Malformed.damaged("it has more than " + MOST_ENTRIES + " parts");
        }
    }
}
