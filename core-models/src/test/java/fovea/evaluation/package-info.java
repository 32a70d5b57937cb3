@NullMarked
package fovea.evaluation;

import org.jspecify.annotations.NullMarked;
