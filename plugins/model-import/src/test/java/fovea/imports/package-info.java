@NullMarked
package fovea.imports;

import org.jspecify.annotations.NullMarked;
