package fovea.app.picture;

import fovea.image.ImageSource;

import javafx.application.Platform;
import javafx.scene.image.Image;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Makes thumbnails away from the window's thread, the latest wanted first, and keeps the latest
/// used within a budget of memory. Called on the window's thread.
public final class Thumbnails implements AutoCloseable {
    private static final long BUDGET = 96L << 20;
    private static final int THREADS = 2;

    private final Map<Key, Thumbnail> kept = new LinkedHashMap<>(256, 0.75f, true);
    private final ThreadPoolExecutor workers;
    private final Executor window;
    private long bytes;

    /// Grows when ids begin to mean other images; what was asked for before is of no use then.
    private int generation;

    public Thumbnails() {
        this(Platform::runLater);
    }

    Thumbnails(Executor window) {
        this.window = window;
        workers =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        1,
                        TimeUnit.SECONDS,
                        new LastInFirstOut(),
                        Thread.ofPlatform().daemon().name("thumbnail-", 1).factory());
        workers.allowCoreThreadTimeOut(true);
    }

    /// A thumbnail that is already there.
    public Optional<Thumbnail> ready(Object id, int side) {
        return Optional.ofNullable(kept.get(new Key(id, side)));
    }

    /// Makes a thumbnail, unless the request is cancelled before its turn comes.
    ///
    /// @param id tells images apart, for as long as this object lives or until [#clear]
    /// @param side the longest side in pixels
    public Request request(Object id, int side, ImageSource source, Consumer<Thumbnail> use) {
        Request request = new Request();
        Key key = new Key(id, side);
        int asked = generation;
        workers.execute(
                () -> {
                    if (!request.cancelled()) {
                        Thumbnail made = make(source, side);
                        window.execute(
                                () -> {
                                    if (asked != generation) {
                                        return;
                                    }
                                    keep(key, made);
                                    if (!request.cancelled()) {
                                        use.accept(made);
                                    }
                                });
                    }
                });
        return request;
    }

    /// Forgets all of them, as the ids will mean other images.
    public void clear() {
        generation++;
        workers.getQueue().clear();
        kept.clear();
        bytes = 0;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    private static Thumbnail make(ImageSource source, int side) {
        try {
            return new Thumbnail.Made(Pictures.thumbnail(source, side));
        } catch (RuntimeException e) {
            return new Thumbnail.Broken(e);
        }
    }

    private void keep(Key key, Thumbnail made) {
        Thumbnail before = kept.put(key, made);
        bytes += size(made) - (before == null ? 0 : size(before));
        var eldest = kept.entrySet().iterator();
        while (bytes > BUDGET && kept.size() > 1) {
            bytes -= size(eldest.next().getValue());
            eldest.remove();
        }
    }

    private static long size(Thumbnail thumbnail) {
        return switch (thumbnail) {
            case Thumbnail.Made made -> pixels(made.image()) * 4 + 200;
            case Thumbnail.Broken broken -> 1000;
        };
    }

    private static long pixels(Image image) {
        return Math.round(image.getWidth() * image.getHeight());
    }

    private record Key(Object id, int side) {}

    /// A wish for a thumbnail that can be withdrawn, when what wanted it has scrolled away.
    public static final class Request {
        private volatile boolean cancelled;

        public void cancel() {
            cancelled = true;
        }

        boolean cancelled() {
            return cancelled;
        }
    }

    private static final class LastInFirstOut extends LinkedBlockingDeque<Runnable> {
        private static final long serialVersionUID = 1;

        @Override
        public boolean offer(Runnable task) {
            return offerFirst(task);
        }
    }
}
