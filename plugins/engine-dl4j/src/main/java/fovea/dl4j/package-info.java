/// How Fovea finds the engine on ND4J; beside the engine's package, since plugins know engines and
/// engines no plugins.
@NullMarked
package fovea.dl4j;

import org.jspecify.annotations.NullMarked;
