/// What is wrong with something a user gave: place, cause and cure.
@NullMarked
package fovea.problem;

import org.jspecify.annotations.NullMarked;
