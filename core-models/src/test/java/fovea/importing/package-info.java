@NullMarked
package fovea.importing;

import org.jspecify.annotations.NullMarked;
