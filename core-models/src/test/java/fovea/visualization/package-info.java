@NullMarked
package fovea.visualization;

import org.jspecify.annotations.NullMarked;
