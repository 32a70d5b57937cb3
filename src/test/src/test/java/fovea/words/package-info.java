/// Every sentence that can reach a user, found in the sources.
@NullMarked
package fovea.words;

import org.jspecify.annotations.NullMarked;
