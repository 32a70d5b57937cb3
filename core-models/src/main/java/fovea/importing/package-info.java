/// How models of other programs come in: what an importer reads of a file.
@NullMarked
package fovea.importing;

import org.jspecify.annotations.NullMarked;
