/// Tests of the package of the same name.
@NullMarked
package fovea.app.jobs;

import org.jspecify.annotations.NullMarked;
