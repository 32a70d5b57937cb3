/// Where the product starts.
@NullMarked
package fovea.app;

import org.jspecify.annotations.NullMarked;
