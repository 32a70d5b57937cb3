package fovea.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads the header of any supported format; touches no more of the file than it needs.
final class HeaderReader {
    private static final int SIGNATURE = 12;

    private HeaderReader() {}

    static ImageHeader read(ByteBuffer file) throws ImageFault {
        if (file.capacity() == 0) {
            throw new ImageFault("the file is empty", "copy or download it again");
        }
        byte[] start = new byte[Math.min(SIGNATURE, file.capacity())];
        file.get(0, start);
        ImageFormat format = ImageFormat.of(start);
        ImageHeader header;
        try {
            header =
                    switch (format) {
                        case PNG -> PngFile.header(file);
                        case JPEG -> JpegFile.header(file);
                        case BMP -> BmpFile.header(file);
                        case GIF -> gif(file);
                        case TIFF -> TiffFile.header(file);
                        case WEBP -> WebpFile.header(file);
                    };
        } catch (IndexOutOfBoundsException
                | IllegalArgumentException
                | BufferUnderflowException e) {
            throw ImageFault.truncated("its " + format + " header is not complete");
        }
        if (header.storedWidth() < 1 || header.storedHeight() < 1) {
            throw ImageFault.damaged(
                    "its header claims %d×%d pixels"
                            .formatted(header.storedWidth(), header.storedHeight()));
        }
        return header;
    }

    /// Throws if the pixels cannot all be there; decoders would fill in grey without a word.
    static void checkComplete(ImageHeader header, ByteBuffer file) throws ImageFault {
        try {
            switch (header.format()) {
                case PNG -> PngFile.checkComplete(file);
                case JPEG -> JpegFile.checkComplete(file);
                case BMP -> BmpFile.checkComplete(header, file);
                case GIF -> checkGif(file);
                case TIFF -> TiffFile.checkComplete(file);
                case WEBP -> WebpFile.checkComplete(file);
            }
        } catch (IndexOutOfBoundsException
                | IllegalArgumentException
                | BufferUnderflowException e) {
            throw ImageFault.truncated("it ends inside the picture");
        }
    }

    private static ImageHeader gif(ByteBuffer file) {
        ByteBuffer data = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int width = Short.toUnsignedInt(data.getShort(6));
        int height = Short.toUnsignedInt(data.getShort(8));
        return new ImageHeader(ImageFormat.GIF, width, height, 1, 3);
    }

    private static void checkGif(ByteBuffer file) throws ImageFault {
        int end = file.capacity() - 1;
        while (end > 0 && file.get(end) == 0) {
            end--;
        }
        if (file.get(end) != 0x3B) {
            throw ImageFault.truncated("the GIF trailer is missing");
        }
    }
}
