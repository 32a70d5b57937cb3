package fovea.training;

import fovea.checkpoint.CheckpointFolder;
import fovea.checkpoint.Origin;

/// What a run leaves on disk.
///
/// @param keep checkpoints of single epochs kept beside best and last
/// @param origin goes into each checkpoint
/// @param device shown in the first event
/// @param parameters number of trained numbers, shown in the first event
public record RunOutputs(
        CheckpointFolder checkpoints,
        int keep,
        PredictionSink predictions,
        Origin origin,
        String device,
        long parameters) {}
