package fovea.app.jobs;

/// Something that blocks and therefore runs away from the window's thread.
@FunctionalInterface
public interface Work<T> {
    /// @throws Exception any failure; [fovea.problem.InvalidInputException] says cause and cure
    T run(Control control) throws Exception;
}
