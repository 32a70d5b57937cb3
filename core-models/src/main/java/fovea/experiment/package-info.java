/// The whole recipe as records, read from and written to YAML.
@NullMarked
package fovea.experiment;

import org.jspecify.annotations.NullMarked;
