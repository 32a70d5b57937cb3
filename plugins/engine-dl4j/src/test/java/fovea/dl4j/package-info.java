@NullMarked
package fovea.dl4j;

import org.jspecify.annotations.NullMarked;
