/// The *Data* room: look at a dataset as pictures, by class and part.
@NullMarked
package fovea.app.data;

import org.jspecify.annotations.NullMarked;
