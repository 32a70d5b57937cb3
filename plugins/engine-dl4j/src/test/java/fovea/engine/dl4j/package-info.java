@NullMarked
package fovea.engine.dl4j;

import org.jspecify.annotations.NullMarked;
