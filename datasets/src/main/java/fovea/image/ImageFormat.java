package fovea.image;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// The kinds of image file that can be read, known by their first bytes, whatever the file's name.
public enum ImageFormat {
    PNG("png"),
    JPEG("jpg|jpeg|jpe|jfif"),
    BMP("bmp|dib"),
    GIF("gif"),
    TIFF("tif|tiff"),
    WEBP("webp");

    private final String extensions;

    ImageFormat(String extensions) {
        this.extensions = extensions;
    }

    /// Whether a file's name ends as those of images do; says nothing of its bytes.
    public static boolean namedAsImage(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return !name.startsWith(".")
                && Arrays.stream(values()).anyMatch(f -> extension.matches(f.extensions));
    }

    static ImageFormat of(byte[] start) throws ImageFault {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        } else if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        } else if (text.startsWith("BM")) {
            return BMP;
        } else if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return GIF;
        } else if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
            return TIFF;
        } else if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return WEBP;
        } else if (text.startsWith("ftyp", 4)) {
            throw new ImageFault(
                    "this is a HEIF or AVIF picture or a video, which cannot be read",
                    "export it as JPEG or PNG");
        }
        throw new ImageFault(
                "this is no image that can be read", "use PNG, JPEG, BMP, GIF, TIFF or WebP");
    }
}
