package fovea.app.jobs;

/// What running work tells the window, and how it hears that it should stop. Any thread may use it;
/// reports are thinned out on their way, so report as often as you like.
public interface Control {
    /// How much is done, of how much in all (any unit).
    void report(double done, double total);

    /// What is going on, in one short line.
    void say(String message);

    boolean cancelled();

    /// Leaves the work if it was cancelled.
    ///
    /// @throws java.util.concurrent.CancellationException if so
    void check();
}
