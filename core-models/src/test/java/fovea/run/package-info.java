@NullMarked
package fovea.run;

import org.jspecify.annotations.NullMarked;
