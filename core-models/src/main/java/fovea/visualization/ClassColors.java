package fovea.visualization;

/// The colour of each class, the same in every room, report and exported picture.
///
/// The first seven are those of Okabe and Ito (2008) without black. The others were chosen greedily
/// after Glasbey et al. (2007): each lies as far as it can, in CIELAB, from all before it and from
/// the greys that pictures are shown on, as seen with normal vision, with protanopia and with
/// deuteranopia (Machado et al., 2009). Lightness stays within 38…84 so that all can be told from
/// light and dark backgrounds. After 64 classes the sequence starts again.
public final class ClassColors {
    private static final int[] SEQUENCE = {
        0x0072B2, 0xE69F00, 0x009E73, 0xD55E00, 0xCC79A7, 0x56B4E9, 0xF0E442, 0x6A00FF,
        0x6A75FF, 0x00EA80, 0xCA0B35, 0x9FD4AA, 0x6A5580, 0xBF9F4A, 0x759FFF, 0x4ADFF4,
        0x7535BF, 0x406A35, 0xB5DF60, 0x754AFF, 0x804A55, 0x8A9F60, 0xD415B5, 0xBF2000,
        0xDFAABF, 0x804095, 0xAA6AD4, 0xEA75CA, 0x9F6A55, 0x9FAA95, 0x80CA2A, 0x8A00D4,
        0xB57535, 0x00CA80, 0xF4AADF, 0x006A15, 0xCA15DF, 0x4ACA60, 0x4A7580, 0x6A8AFF,
        0x9F6A9F, 0x809FCA, 0xDF800B, 0xBF2060, 0xEABF75, 0xEACACA, 0xEA9FFF, 0x0075DF,
        0xFF0055, 0xAA156A, 0x80DF95, 0xDF1595, 0xFFB54A, 0xCA7575, 0x8A804A, 0xB5959F,
        0xDF4A2A, 0x156A40, 0x00DF4A, 0x7555CA, 0xD4AA80, 0xAA00F4, 0x006A6A, 0x6ABFB5
    };

    private ClassColors() {}

    /// How many classes have a colour of their own.
    public static int distinct() {
        return SEQUENCE.length;
    }

    /// The colour of a class as `0xRRGGBB`.
    ///
    /// @param index of the class, from 0
    public static int rgb(int index) {
        return SEQUENCE[Math.floorMod(index, SEQUENCE.length)];
    }

    /// The colour of a class as `#rrggbb`.
    public static String web(int index) {
        return "#%06x".formatted(rgb(index));
    }
}
