/// Models as graphs of typed operations, with shapes known before anything runs.
@NullMarked
package fovea.graph;

import org.jspecify.annotations.NullMarked;
