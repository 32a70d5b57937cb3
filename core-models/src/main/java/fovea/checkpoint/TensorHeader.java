package fovea.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fovea.tensor.HostTensor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The JSON header of a safetensors file.
///
/// @param entries in the order of their data, without gaps or overlaps
record TensorHeader(List<Entry> entries, Map<String, String> metadata) {
    private static final String METADATA = "__metadata__";
    private static final int ALIGNMENT = 8;
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /// Where a tensor lies, counted in bytes from the end of the header.
    record Entry(String name, List<Integer> shape, long begin, long end) {}

    /// Something a header must not say; the reason is fit for the user.
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        private final String reason;

        Malformed(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    static TensorHeader of(Map<String, HostTensor> tensors, Map<String, String> metadata) {
        List<Entry> entries = new ArrayList<>();
        long offset = 0;
        for (Map.Entry<String, HostTensor> tensor : tensors.entrySet()) {
            long end = offset + (long) tensor.getValue().elements() * Float.BYTES;
            entries.add(new Entry(tensor.getKey(), tensor.getValue().shape(), offset, end));
            offset = end;
        }
        return new TensorHeader(entries, metadata);
    }

    long dataBytes() {
        return entries.isEmpty() ? 0 : entries.getLast().end();
    }

    /// JSON, padded with blanks so that the data is aligned.
    byte[] encode() {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode texts = root.putObject(METADATA);
        metadata.forEach(texts::put);
        for (Entry entry : entries) {
            ObjectNode node = root.putObject(entry.name()).put("dtype", "F32");
            entry.shape().forEach(node.putArray("shape")::add);
            node.putArray("data_offsets").add(entry.begin()).add(entry.end());
        }
        byte[] json = root.toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(json, Math.ceilDiv(json.length, ALIGNMENT) * ALIGNMENT);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    /// @param dataBytes how many bytes follow the header in the file
    static TensorHeader decode(byte[] json, long dataBytes) throws Malformed {
        JsonNode root = parse(json);
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : root.properties()) {
            if (property.getKey().equals(METADATA)) {
                property.getValue()
                        .properties()
                        .forEach(text -> metadata.put(text.getKey(), text.getValue().asText()));
            } else {
                entries.add(entry(property.getKey(), property.getValue()));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        checkLayout(entries, dataBytes);
        return new TensorHeader(entries, metadata);
    }

    private static JsonNode parse(byte[] json) throws Malformed {
        try {
            JsonNode root = JSON.readTree(new String(json, StandardCharsets.UTF_8));
            if (!root.isObject()) {
                throw new Malformed("its header is not a JSON object");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new Malformed("its header is not valid JSON (" + e.getOriginalMessage() + ")");
        }
    }

    private static Entry entry(String name, JsonNode node) throws Malformed {
        String type = node.path("dtype").asText();
        if (!type.equals("F32")) {
            throw new Malformed(
                    "tensor " + name + " has the number type '" + type + "', only F32 is read");
        }
        List<Integer> shape = new ArrayList<>();
        long bytes = Float.BYTES;
        for (JsonNode size : node.path("shape")) {
            if (!size.canConvertToInt() || size.intValue() < 0) {
                throw new Malformed("tensor " + name + " has the shape " + node.path("shape"));
            }
            shape.add(size.intValue());
            bytes = Math.multiplyHigh(bytes, size.intValue()) == 0 ? bytes * size.intValue() : -1;
            if (bytes < 0 || bytes > Integer.MAX_VALUE) {
                throw new Malformed("tensor " + name + " is larger than 2 GB");
            }
        }
        JsonNode offsets = node.path("data_offsets");
        long begin = offset(name, offsets, 0);
        long end = offset(name, offsets, 1);
        if (end - begin != bytes) {
            throw new Malformed(
                    "tensor "
                            + name
                            + " of shape "
                            + shape
                            + " needs "
                            + bytes
                            + " bytes, its offsets are "
                            + offsets);
        }
        return new Entry(name, List.copyOf(shape), begin, end);
    }

    private static long offset(String name, JsonNode offsets, int index) throws Malformed {
        JsonNode offset = offsets.path(index);
        if (offsets.size() != 2 || !offset.canConvertToLong() || offset.longValue() < 0) {
            throw new Malformed("tensor " + name + " has the offsets " + offsets);
        }
        return offset.longValue();
    }

    private static void checkLayout(List<Entry> sorted, long dataBytes) throws Malformed {
        long expected = 0;
        for (Entry entry : sorted) {
            if (entry.begin() != expected) {
                throw new Malformed(
                        "the data of tensor "
                                + entry.name()
                                + (entry.begin() < expected
                                        ? " overlaps that of the tensor before it"
                                        : " leaves a gap after the tensor before it"));
            }
            expected = entry.end();
        }
        if (expected > dataBytes) {
            throw new Malformed(
                    "it is cut short: "
                            + dataBytes
                            + " bytes of data are there, "
                            + expected
                            + " are announced");
        }
        if (expected < dataBytes) {
            throw new Malformed(dataBytes - expected + " bytes follow the last tensor");
        }
    }
}
