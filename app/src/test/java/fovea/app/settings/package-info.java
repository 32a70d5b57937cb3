/// Tests of the package of the same name.
@NullMarked
package fovea.app.settings;

import org.jspecify.annotations.NullMarked;
