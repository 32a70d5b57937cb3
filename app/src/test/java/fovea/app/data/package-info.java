/// Tests of the package of the same name.
@NullMarked
package fovea.app.data;

import org.jspecify.annotations.NullMarked;
