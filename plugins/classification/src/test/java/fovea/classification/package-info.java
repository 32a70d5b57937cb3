@NullMarked
package fovea.classification;

import org.jspecify.annotations.NullMarked;
