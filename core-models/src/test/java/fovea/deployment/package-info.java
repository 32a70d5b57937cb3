@NullMarked
package fovea.deployment;

import org.jspecify.annotations.NullMarked;
