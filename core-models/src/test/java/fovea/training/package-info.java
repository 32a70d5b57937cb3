@NullMarked
package fovea.training;

import org.jspecify.annotations.NullMarked;
