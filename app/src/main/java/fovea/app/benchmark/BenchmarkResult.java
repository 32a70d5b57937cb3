package fovea.app.benchmark;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;

/// What a benchmark found.
///
/// @param imagesPerSecond median over five rounds
/// @param bestImagesPerSecond of the quickest round
/// @param firstStepSeconds from the start of the process to the end of the first step
/// @param peakMemoryMb largest resident memory of the process, in MiB
/// @param multiplyAdds for one image forward
/// @param residentMb resident memory after the first step, after warming up and after each round:
///   flat if nothing leaks
public record BenchmarkResult(
        @JsonProperty("images_per_second") double imagesPerSecond,
        @JsonProperty("best_images_per_second") double bestImagesPerSecond,
        @JsonProperty("first_step_seconds") double firstStepSeconds,
        @JsonProperty("peak_memory_mb") long peakMemoryMb,
        @JsonProperty("parameters") long parameters,
        @JsonProperty("multiply_adds") long multiplyAdds,
        @JsonProperty("resident_mb") List<Long> residentMb) {}
