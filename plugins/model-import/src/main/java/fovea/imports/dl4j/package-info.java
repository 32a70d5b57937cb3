/// Deeplearning4j: the `.zip` archives of its `ModelSerializer`.
@NullMarked
package fovea.imports.dl4j;

import org.jspecify.annotations.NullMarked;
