/// Forms made from records: any experiment or component can be edited without a line written for
/// it.
@NullMarked
package fovea.app.form;

import org.jspecify.annotations.NullMarked;
