/// Nets as files for other programs and other people.
@NullMarked
package fovea.app.export;

import org.jspecify.annotations.NullMarked;
