package fovea.dataset.format;

import fovea.dataset.DatasetParts;
import fovea.problem.InvalidInputException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Opens datasets of any form that is known.
///
/// - IDX: a folder with `PART-images-idx3-ubyte[.gz]` and `PART-labels-idx1-ubyte[.gz]`;
/// - CSV list: a file, or a folder with `train.csv` and the like, with the columns `image,label`;
/// - image folder: a folder of images for each class, perhaps below folders for the parts.
public final class Datasets {
    private Datasets() {}

    /// Reads the index of a dataset; pixels in image files are read later.
    ///
    /// @throws InvalidInputException if nothing known is there, or it is damaged
    public static DatasetParts open(Path path) {
        return switch (recognise(path).format()) {
            case IDX -> IdxFormat.open(path);
            case CSV_LIST -> CsvListFormat.open(path);
            case IMAGE_FOLDER -> ImageFolderFormat.open(path);
        };
    }

    /// Tells the form of what lies at a path, without reading it.
    public static Recognition recognise(Path path) {
        if (!Files.exists(path)) {
            throw InvalidInputException.of(
                    path.toString(), "there is no such file or folder", "check the path");
        }
        if (!Files.isDirectory(path)) {
            if (CsvListFormat.isList(path)) {
                return new Recognition(DatasetFormat.CSV_LIST, "its name ends in .csv");
            }
            throw InvalidInputException.of(
                    path.toString(),
                    "a single file must be a CSV list",
                    "name the folder that holds the dataset");
        }
        if (IdxFormat.matches(path)) {
            return new Recognition(DatasetFormat.IDX, "it has IDX files");
        } else if (CsvListFormat.matches(path)) {
            return new Recognition(DatasetFormat.CSV_LIST, "it has a CSV list");
        } else if (ImageFolderFormat.hasParts(path)) {
            return new Recognition(
                    DatasetFormat.IMAGE_FOLDER, "it has a folder train with class folders");
        } else if (ImageFolderFormat.matches(path)) {
            return new Recognition(DatasetFormat.IMAGE_FOLDER, "it has class folders");
        }
        throw InvalidInputException.of(
                path.toString(),
                "no dataset was found in it",
                "it should hold one of: "
                        + String.join(
                                "; ",
                                List.of(
                                        IdxFormat.LOOKED_FOR,
                                        CsvListFormat.LOOKED_FOR,
                                        ImageFolderFormat.LOOKED_FOR)));
    }
}
