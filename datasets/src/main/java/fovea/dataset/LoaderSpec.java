package fovea.dataset;

import fovea.component.Component;
import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;

/// How batches are made.
public record LoaderSpec(
        @Help("Samples in a batch") @Default("64") @Range(min = 1, max = 65536) int batch,
        @Help("Threads that decode and augment; the batches are the same whatever the number")
                @Default("2")
                @Range(min = 0, max = 64)
                int workers,
        @Help("Batches made ready ahead of the net; bounds the memory")
                @Default("4")
                @Range(min = 1, max = 64)
                int prefetch)
        implements Component {}
