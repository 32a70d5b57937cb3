package fovea.training;

/// A cancellation that any thread can raise, once and for all.
public final class CancelFlag implements Cancellation {
    private volatile boolean raised;

    public void cancel() {
        raised = true;
    }

    @Override
    public boolean requested() {
        return raised;
    }
}
