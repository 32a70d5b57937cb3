/// The second engine, on ND4J, the tensor library of Deeplearning4j.
@NullMarked
package fovea.engine.dl4j;

import org.jspecify.annotations.NullMarked;
