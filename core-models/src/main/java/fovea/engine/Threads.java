package fovea.engine;

/// How many threads an engine computes with on the CPU: what the system property `fovea.threads`
/// asks for, else `OMP_NUM_THREADS`, else one for each core.
public final class Threads {
    private static final String PROPERTY = "fovea.threads";

    private Threads() {}

    public static int count() {
        String asked = System.getProperty(PROPERTY, System.getenv("OMP_NUM_THREADS"));
        int cores = Runtime.getRuntime().availableProcessors();
        return asked != null && asked.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(asked) : cores;
    }
}
