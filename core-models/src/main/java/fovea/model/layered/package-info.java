/// A net given as a list of named layers, as other programs save their models.
@NullMarked
package fovea.model.layered;

import org.jspecify.annotations.NullMarked;
