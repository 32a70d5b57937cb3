package fovea.app.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.ImageFile;
import fovea.image.PixelImage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The window's thread is this test's.
class ThumbnailsTest {
    private static final PixelImage DOT = new PixelImage(1, 1, 1, new byte[1]);
    private static final int MEGABYTE_SIDE = 512;

    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final Thumbnails thumbnails = new Thumbnails(window::add);

    @AfterEach
    void close() {
        thumbnails.close();
    }

    @Test
    void whatWasMadeIsReadyNextTime() throws InterruptedException {
        List<Thumbnail> seen = new ArrayList<>();
        thumbnails.request("a", 64, DOT, seen::add);
        deliver(1);
        assertInstanceOf(Thumbnail.Made.class, seen.getFirst());
        assertEquals(seen.getFirst(), thumbnails.ready("a", 64).orElseThrow());
        assertTrue(thumbnails.ready("a", 128).isEmpty(), "another size is another picture");
        thumbnails.clear();
        assertTrue(thumbnails.ready("a", 64).isEmpty());
    }

    @Test
    void whatCannotBeReadIsBrokenWithTheReason() throws InterruptedException {
        List<Thumbnail> seen = new ArrayList<>();
        thumbnails.request("a", 64, new ImageFile(Path.of("no such file.png")), seen::add);
        deliver(1);
        Thumbnail.Broken broken = assertInstanceOf(Thumbnail.Broken.class, seen.getFirst());
        assertTrue(broken.reason().toString().contains("no such file"));
    }

    @Test
    void whatWasAskedForBeforeTheIdsMeantOtherImagesIsNotKept() throws InterruptedException {
        List<Thumbnail> seen = new ArrayList<>();
        thumbnails.request("a", 64, DOT, seen::add);
        Runnable late = window.take();
        thumbnails.clear();
        late.run();
        assertTrue(thumbnails.ready("a", 64).isEmpty());
        assertEquals(List.of(), seen);
    }

    @Test
    void nobodyIsToldOfACancelledRequest() throws InterruptedException {
        List<Thumbnail> seen = new ArrayList<>();
        Thumbnails.Request request = thumbnails.request("a", 64, DOT, seen::add);
        request.cancel();
        thumbnails.request("b", 64, DOT, seen::add);
        while (thumbnails.ready("b", 64).isEmpty()) {
            deliver(1);
        }
        assertEquals(1, seen.size());
    }

    @Test
    void theLongestUnusedGiveWayWhenMemoryIsSpent() throws InterruptedException {
        PixelImage large =
                new PixelImage(
                        MEGABYTE_SIDE, MEGABYTE_SIDE, 1, new byte[MEGABYTE_SIDE * MEGABYTE_SIDE]);
        thumbnails.request(0, 64, large, made -> {});
        deliver(1);
        for (int i = 1; i < 120; i++) {
            thumbnails.request(i, 64, large, made -> {});
            deliver(1);
            assertTrue(thumbnails.ready(0, 64).isPresent(), "used all the time");
        }
        assertTrue(thumbnails.ready(1, 64).isEmpty(), "not used for long");
        assertTrue(thumbnails.ready(119, 64).isPresent());
    }

    private void deliver(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            Runnable next = window.poll(120, TimeUnit.SECONDS);
            assertTrue(next != null, "nothing came within two minutes");
            next.run();
        }
    }
}
