package fovea.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;

/// Prints a command's result, for people or as JSON.
final class Output {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .addModule(new FiniteNumbers())
                    .build();

    @Option(names = "--json", description = "Print the result as JSON")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec mixee;

    boolean json() {
        return json;
    }

    /// Prints a value as JSON; what is no finite number becomes null.
    void json(Object value) {
        try {
            out().println(JSON.writeValueAsString(value));
            requireWritten();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void line(String format, Object... values) {
        out().printf(Locale.ROOT, format + "%n", values);
        requireWritten();
    }

    /// A result that nobody gets is a failure.
    private void requireWritten() {
        if (out().checkError()) {
            throw new UncheckedIOException(
                    new IOException("the result could not be written to the standard output"));
        }
    }

    PrintWriter out() {
        return command().getOut();
    }

    /// Where warnings go, so that the result stays readable for programs.
    PrintWriter err() {
        return command().getErr();
    }

    private CommandLine command() {
        return Objects.requireNonNull(mixee, "picocli sets it").commandLine();
    }
}
