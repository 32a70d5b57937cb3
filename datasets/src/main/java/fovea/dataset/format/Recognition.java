package fovea.dataset.format;

/// Which form a path has and what it was known by, to be shown to the user.
public record Recognition(DatasetFormat format, String reason) {}
