package fovea.app.frame;

import fovea.engine.Device;

/// What computes: an engine on a device.
///
/// @param engine as the command line names it
public record Backend(String engine, Device device) {
    private static final String USUAL = "torch";

    /// The usual engine on the processor, which is always there.
    public static final Backend USUAL_ON_CPU = new Backend(USUAL, Device.CPU);

    /// Device and engine, as people choose between them.
    public String label() {
        return device.label() + " · " + engine;
    }

    /// The device, and the engine if it is not the usual one.
    public String shortLabel() {
        return engine.equals(USUAL) ? device.label() : label();
    }
}
