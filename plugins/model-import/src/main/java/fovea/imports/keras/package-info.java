/// Keras: `.keras` archives and `.h5` files of Keras 2 and 3.
@NullMarked
package fovea.imports.keras;

import org.jspecify.annotations.NullMarked;
