@NullMarked
package fovea.dataset;

import org.jspecify.annotations.NullMarked;
