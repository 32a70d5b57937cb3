@NullMarked
package fovea.dataset.format;

import org.jspecify.annotations.NullMarked;
