package fovea.dataset.format;

/// The forms a dataset can have on disk.
public enum DatasetFormat {
    IDX,
    IMAGE_FOLDER,
    CSV_LIST
}
