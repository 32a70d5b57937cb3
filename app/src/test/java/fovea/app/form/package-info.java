/// Tests of the forms.
@NullMarked
package fovea.app.form;

import org.jspecify.annotations.NullMarked;
