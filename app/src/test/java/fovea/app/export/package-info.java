@NullMarked
package fovea.app.export;

import org.jspecify.annotations.NullMarked;
