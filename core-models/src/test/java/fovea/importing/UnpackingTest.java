package fovea.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.problem.InvalidInputException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

class UnpackingTest {
    private static final int MEGABYTE = 1 << 20;

    private static InputStream zeros(int length) {
        return new ByteArrayInputStream(new byte[length]);
    }

    /// More bytes than any array could hold, without making them.
    private static InputStream endless(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                int count = (int) Math.min(left, most);
                left -= count;
                return count == 0 && most > 0 ? -1 : count;
            }
        };
    }

    private static String refusal(Executable work) {
        return String.valueOf(assertThrows(InvalidInputException.class, work).getMessage());
    }

    @Test
    void atMostAQuarterOfTheMemoryIsKeptInAll() throws IOException {
        Unpacking limits = new Unpacking(MEGABYTE, 4 * MEGABYTE);
        assertEquals(700_000, limits.keep("a", zeros(700_000)).length);
        assertEquals(300_000, limits.keep("b", zeros(300_000)).length);
        String message = refusal(() -> limits.keep("c", zeros(100_000)));
        assertTrue(message.startsWith("c: unpacked it takes more than 1 MB, a quarter"), message);
        Unpacking whole = new Unpacking(MEGABYTE, 4 * MEGABYTE);
        assertEquals(MEGABYTE, whole.keep("d", zeros(MEGABYTE)).length);
    }

    @Test
    void whatIsPassedOverIsCountedAndNotKept() throws IOException {
        long most = 3L << 30;
        Unpacking limits = new Unpacking(most / 20 + 1, 4 * MEGABYTE);
        limits.pass("a", endless(most - 5 * MEGABYTE));
        assertEquals(MEGABYTE, limits.keep("b", zeros(MEGABYTE)).length);
        String message = refusal(() -> limits.pass("c", endless(most)));
        assertTrue(message.contains("c: unpacked it is more than 20 times"), message);
    }

    @Test
    void aBombIsRefusedAsSoonAsItHasGrownTooMuch() {
        String message =
                refusal(() -> new Unpacking(1000, Long.MAX_VALUE).keep("a", endless(1L << 60)));
        assertTrue(message.contains("(a zip bomb)"), message);
    }

    @Test
    void aLengthIsRefusedWhereItIsAnnounced() {
        Unpacking limits = new Unpacking(MEGABYTE, 4 * MEGABYTE);
        limits.announce("a", MEGABYTE);
        assertTrue(refusal(() -> limits.announce("a", MEGABYTE + 1)).contains("a quarter"));
        assertTrue(refusal(() -> limits.announce("a", Long.MAX_VALUE)).contains("(a zip bomb)"));
    }

    @Test
    void namesThatLeadOutAreKnown() {
        for (String name :
                new String[] {"../a", "a/../../b", "/a", "..\\a", "\\a", "c:a", "a\0b"}) {
            assertTrue(Unpacking.leadsOut(name), name);
        }
        for (String name : new String[] {"a", "a/b", "a..b", "...", "a\\b"}) {
            assertFalse(Unpacking.leadsOut(name), name);
        }
    }
}
