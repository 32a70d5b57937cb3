@NullMarked
package fovea.imports.dl4j;

import org.jspecify.annotations.NullMarked;
