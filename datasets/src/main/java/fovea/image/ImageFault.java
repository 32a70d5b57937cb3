package fovea.image;

import fovea.problem.InvalidInputException;

/// Why bytes are no usable image, told by code that does not know the file's name.
final class ImageFault extends Exception {
    private static final long serialVersionUID = 1;

    private final String cure;

    ImageFault(String cause, String cure) {
        super(cause);
        this.cure = cure;
    }

    static ImageFault truncated(String what) {
        return new ImageFault("the file is cut off: " + what, "copy or download it again");
    }

    static ImageFault damaged(String what) {
        return new ImageFault("the file is damaged: " + what, "copy or download it again");
    }

    InvalidInputException in(String name) {
        return InvalidInputException.of(name, String.valueOf(getMessage()), cure);
    }
}
