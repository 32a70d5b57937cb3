package fovea.experiment;

import fovea.component.Component;
import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.dataset.LoaderSpec;
import fovea.tensor.InputSpec;
import fovea.transform.BatchTransform;
import fovea.transform.Transform;

import java.util.List;

/// Images and how they reach the net.
public record DataSpec(
        @Help("Folder or file, relative to the experiment file or absolute") String source,
        @Help("The part to train on") @Default("train") String train,
        @Help("The part to validate on; if the source has no such part, a share is held out")
                @Default("validation")
                String validation,
        @Help("Share of the training part held out if there is no validation part")
                @Default("0.2")
                @Range(min = 0.01, max = 0.9)
                double holdOut,
        @Help("Use at most so many training samples, evenly from each class; 0 for all")
                @Default("0")
                @Range(min = 0)
                int limit,
        @Help("Image size and normalisation") InputSpec input,
        @Help("Changes of each training image, in order") @Default("[]") List<Transform> augment,
        @Help("Changes of each training batch, in order") @Default("[]")
                List<BatchTransform> augmentBatch,
        @Help("Changes of each validation, test and prediction image, in order") @Default("[]")
                List<Transform> prepare,
        @Help("Batches and threads") @Default("{}") LoaderSpec loader)
        implements Component {}
