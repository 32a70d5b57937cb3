/// Nets in use: what travels with one, prediction whatever runs it, files to pass on.
@NullMarked
package fovea.deployment;

import org.jspecify.annotations.NullMarked;
