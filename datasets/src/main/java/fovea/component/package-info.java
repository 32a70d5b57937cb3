/// What an experiment can name: records whose fields are their configuration, and what is known of
/// each field.
@NullMarked
package fovea.component;

import org.jspecify.annotations.NullMarked;
