/// The forms in which datasets lie on disk, and how they are recognised.
@NullMarked
package fovea.dataset.format;

import org.jspecify.annotations.NullMarked;
