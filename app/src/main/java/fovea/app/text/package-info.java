/// Every word a user sees, in the languages the window speaks.
@NullMarked
package fovea.app.text;

import org.jspecify.annotations.NullMarked;
