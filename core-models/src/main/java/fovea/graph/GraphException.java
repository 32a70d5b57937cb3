package fovea.graph;

/// A graph that cannot be built; the message names the node, the shapes and the cure.
public final class GraphException extends RuntimeException {
    private static final long serialVersionUID = 1;

    GraphException(String node, String cause, String cure) {
        super("node '%s': %s; %s".formatted(node, cause, cure));
    }
}
