package fovea.classification;

import fovea.problem.InvalidInputException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads comma-separated values (RFC 4180, UTF-8 with or without byte order mark, any line ends)
/// row by row and knows on which line each row starts. Blank lines are skipped.
final class CsvReader implements AutoCloseable {
    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final Reader reader;
    private int next;
    private int line = 1;

    /// A row's fields and the line, from 1, on which it starts.
    record Row(int line, List<String> fields) {}

    private CsvReader(Path file, Reader reader) throws IOException {
        this.file = file;
        this.reader = reader;
        this.next = reader.read();
        if (next == BYTE_ORDER_MARK) {
            next = reader.read();
        }
    }

    /// @throws InvalidInputException if the file cannot be read
    static CsvReader open(Path file) {
        try {
            BufferedReader reader = Files.newBufferedReader(file);
            try {
                return new CsvReader(file, reader);
            } catch (IOException failure) {
                reader.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw unreadable(file, 1, failure);
        }
    }

    Path file() {
        return file;
    }

    /// The next row, or empty at the end.
    ///
    /// @throws InvalidInputException if it is not text or its quotes are broken
    Optional<Row> next() {
        try {
            while (next == '\n' || next == '\r') {
                endLine();
            }
            return next == END ? Optional.empty() : Optional.of(row());
        } catch (IOException failure) {
            throw unreadable(file, line, failure);
        }
    }

    private Row row() throws IOException {
        int start = line;
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (next == ',') {
            take();
            fields.add(field());
        }
        if (next != END) {
            endLine();
        }
        return new Row(start, fields);
    }

    private String field() throws IOException {
        if (next == '"') {
            return quoted();
        }
        StringBuilder text = new StringBuilder();
        while (next != ',' && next != '\n' && next != '\r' && next != END) {
            text.append(take());
        }
        return text.toString().strip();
    }

    private String quoted() throws IOException {
        int start = line;
        StringBuilder text = new StringBuilder();
        take();
        while (true) {
            if (next == END) {
                throw invalid(start, "a quoted field is not closed", "add the closing quote");
            } else if (next == '\n' || next == '\r') {
                endLine();
                text.append('\n');
            } else {
                char character = take();
                if (character != '"') {
                    text.append(character);
                } else if (next == '"') {
                    text.append(take());
                } else {
                    break;
                }
            }
        }
        if (next != ',' && next != '\n' && next != '\r' && next != END) {
            throw invalid(
                    line,
                    "text follows a closing quote",
                    "write quotes inside a quoted field twice");
        }
        return text.toString();
    }

    private char take() throws IOException {
        char taken = (char) next;
        next = reader.read();
        return taken;
    }

    private void endLine() throws IOException {
        if (take() == '\r' && next == '\n') {
            take();
        }
        line++;
    }

    private InvalidInputException invalid(int where, String cause, String cure) {
        return InvalidInputException.of(file + ":" + where, cause, cure);
    }

    private static InvalidInputException unreadable(Path file, int line, IOException failure) {
        return failure instanceof CharacterCodingException
                ? InvalidInputException.of(
                        file + ":" + line, "this is not UTF-8 text", "save the file as UTF-8")
                : InvalidInputException.unreadable(file, failure);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException failure) {
            throw InvalidInputException.unreadable(file, failure);
        }
    }
}
