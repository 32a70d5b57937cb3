@NullMarked
package fovea.imports.keras;

import org.jspecify.annotations.NullMarked;
