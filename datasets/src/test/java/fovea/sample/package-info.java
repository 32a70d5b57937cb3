@NullMarked
package fovea.sample;

import org.jspecify.annotations.NullMarked;
