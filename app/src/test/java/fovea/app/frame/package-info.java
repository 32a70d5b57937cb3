/// Tests of the package of the same name.
@NullMarked
package fovea.app.frame;

import org.jspecify.annotations.NullMarked;
