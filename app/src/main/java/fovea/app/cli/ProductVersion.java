package fovea.app.cli;

import picocli.CommandLine.IVersionProvider;

/// The version in the jar's manifest.
final class ProductVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = ProductVersion.class.getPackage().getImplementationVersion();
        return new String[] {"fovea " + (version == null ? "(unpacked classes)" : version)};
    }
}
