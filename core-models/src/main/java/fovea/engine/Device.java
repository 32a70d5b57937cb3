package fovea.engine;

/// Something that computes: `cpu`, `cuda:0`.
///
/// @param id how experiments and the command line name it
/// @param label what people call it, such as `NVIDIA H100, 80 GB`
public record Device(String id, String label) {
    /// The processor, which is always there.
    public static final Device CPU = new Device("cpu", "CPU");
}
