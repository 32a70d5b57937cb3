/// Tests of the package of the same name.
@NullMarked
package fovea.app.text;

import org.jspecify.annotations.NullMarked;
