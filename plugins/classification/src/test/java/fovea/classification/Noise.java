package fovea.classification;

/// Numbers from 0 to 999 that a script of another language can make, too: x ← 1103515245·x + 12345
/// mod 2³¹, of which x / 256 mod 1000 is taken.
final class Noise {
    private long state;

    Noise(long seed) {
        state = seed;
    }

    int next() {
        state = (state * 1103515245 + 12345) % (1L << 31);
        return (int) ((state >> 8) % 1000);
    }
}
