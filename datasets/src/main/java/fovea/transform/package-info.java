/// Changes of an image together with its annotations, each a record, each seeded.
@NullMarked
package fovea.transform;

import org.jspecify.annotations.NullMarked;
