/// Tests of the Errors room.
@NullMarked
package fovea.app.errors;

import org.jspecify.annotations.NullMarked;
