package fovea.importing;

import fovea.problem.InvalidInputException;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The images a net takes: `C×H×W`.
public record ImageSize(int channels, int height, int width) {
    private static final Pattern WRITTEN =
            Pattern.compile("([13])[x×]([0-9]{1,4})[x×]([0-9]{1,4})");
    private static final int LARGEST = 8192;

    public ImageSize {
        if ((channels != 1 && channels != 3)
                || Math.min(height, width) < 1
                || Math.max(height, width) > LARGEST) {
            throw new IllegalArgumentException(
                    "images have 1 or 3 channels and 1 to " + LARGEST + " pixels a side");
        }
    }

    /// Reads `3x224x224`.
    ///
    /// @param place what the text was given for
    /// @throws InvalidInputException if it is no such size
    public static ImageSize parse(String text, String place) {
        Matcher matcher = WRITTEN.matcher(text);
        try {
            if (matcher.matches()) {
                return new ImageSize(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)));
            }
        } catch (IllegalArgumentException e) {
            throw wrong(text, place);
        }
        throw wrong(text, place);
    }

    private static InvalidInputException wrong(String text, String place) {
        return InvalidInputException.of(
                place,
                "'" + text + "' is no image size",
                "write channels, height and width, such as 3x224x224 or 1x28x28");
    }

    @Override
    public String toString() {
        return channels + "×" + height + "×" + width;
    }
}
