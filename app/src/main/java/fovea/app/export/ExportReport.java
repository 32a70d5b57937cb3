package fovea.app.export;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What `fovea export` tells of the file it wrote, as JSON.
///
/// @param precision of the exported numbers: `fp32`, `fp16`, `int8`
/// @param samples how many images both nets were compared on
/// @param largestDifference absolute, between an output before and after
/// @param metric key of what both are judged by, such as `accuracy/top1`
/// @param millisBefore median time of an image
public record ExportReport(
        String file,
        long bytes,
        String precision,
        int samples,
        @JsonProperty("largest_difference") double largestDifference,
        String metric,
        @JsonProperty("value_before") double valueBefore,
        @JsonProperty("value_after") double valueAfter,
        @JsonProperty("milliseconds_before") double millisBefore,
        @JsonProperty("milliseconds_after") double millisAfter) {}
