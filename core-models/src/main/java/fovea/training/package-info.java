/// The training loop, the events it tells and the hooks that listen.
@NullMarked
package fovea.training;

import org.jspecify.annotations.NullMarked;
