/// Readers of models that other programs saved. Files are hostile until checked; nothing in them is
/// run or deserialised.
@NullMarked
package fovea.imports;

import org.jspecify.annotations.NullMarked;
