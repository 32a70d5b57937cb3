/// Tests of the package of the same name.
@NullMarked
package fovea.app.picture;

import org.jspecify.annotations.NullMarked;
