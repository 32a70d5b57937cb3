/// The command line.
@NullMarked
package fovea.app.cli;

import org.jspecify.annotations.NullMarked;
