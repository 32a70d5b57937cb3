/// How a task family adds its parts.
@NullMarked
package fovea.plugin;

import org.jspecify.annotations.NullMarked;
