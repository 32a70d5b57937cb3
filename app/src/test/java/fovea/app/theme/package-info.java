/// Tests of the package of the same name.
@NullMarked
package fovea.app.theme;

import org.jspecify.annotations.NullMarked;
