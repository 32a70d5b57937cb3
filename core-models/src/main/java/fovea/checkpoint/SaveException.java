package fovea.checkpoint;

import fovea.problem.Problem;

/// Something could not be saved. The message is fit for the user; what was saved before is whole.
public final class SaveException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public SaveException(Problem problem, Throwable cause) {
        super(problem.message(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
