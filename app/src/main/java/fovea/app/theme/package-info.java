/// Light and dark, fonts, and the colours that pictures and charts are drawn with.
@NullMarked
package fovea.app.theme;

import org.jspecify.annotations.NullMarked;
