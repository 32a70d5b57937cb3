package fovea.app.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.problem.InvalidInputException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// The window's thread is this test's: it carries out what the workers send.
class JobsTest {
    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final Jobs jobs = new Jobs(window::add);

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void theResultComesBackOnTheWindowsThread() throws InterruptedException {
        List<Object> seen = new ArrayList<>();
        Job<Integer> job = jobs.run("add", control -> 1 + 1);
        job.onSuccess(
                sum -> {
                    seen.add(sum);
                    seen.add(Thread.currentThread());
                });
        assertEquals(1, jobs.running().size());
        untilOver(job);
        assertEquals(List.of(2, Thread.currentThread()), seen);
        assertEquals(0, jobs.running().size());
    }

    @Test
    void whoAsksAfterTheEndIsToldAtOnce() throws InterruptedException {
        Job<String> job = jobs.run("say", control -> "done");
        untilOver(job);
        List<String> seen = new ArrayList<>();
        job.onSuccess(seen::add);
        assertEquals(List.of("done"), seen);
    }

    @Test
    void theLatestReportIsShown() throws InterruptedException {
        CountDownLatch reported = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        Job<String> job =
                jobs.run(
                        "count",
                        control -> {
                            for (int i = 0; i <= 50; i++) {
                                control.report(i, 100);
                                control.say("at " + i);
                            }
                            reported.countDown();
                            seen.await();
                            return "";
                        });
        reported.await();
        until(() -> job.message().get().equals("at 50"));
        assertEquals(0.5, job.progress().get());
        assertTrue(job.secondsLeft().get() >= 0);
        seen.countDown();
        untilOver(job);
    }

    @Test
    void aFailureNobodyTakesIsListedWithCauseAndCure() throws InterruptedException {
        Job<String> job = jobs.run("read", control -> fail());
        untilOver(job);
        assertEquals(Job.State.FAILED, job.state().get());
        Failure failure = jobs.failures().getFirst();
        assertEquals("read", failure.what());
        assertEquals("the file is empty", failure.problems().getFirst().cause());
        assertEquals("name another", failure.problems().getFirst().cure());
    }

    @Test
    void aFailureThatIsTakenIsNotListed() throws InterruptedException {
        List<Failure> taken = new ArrayList<>();
        Job<String> job = jobs.run("read", control -> fail()).onFailure(taken::add);
        untilOver(job);
        assertEquals(1, taken.size());
        assertEquals(0, jobs.failures().size());
    }

    @Test
    void theUnexpectedKeepsItsTraceForTheReport() throws InterruptedException {
        untilOver(
                jobs.run(
                        "divide",
                        control -> {
                            throw new ArithmeticException("by zero");
                        }));
        Failure failure = jobs.failures().getFirst();
        assertEquals("by zero", failure.problems().getFirst().cause());
        assertTrue(failure.details().contains("JobsTest"), failure.details());
    }

    @Test
    void cancellingWakesSleepingWorkAndIsNoFailure() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        List<String> told = new ArrayList<>();
        Job<String> job =
                jobs.run(
                        "wait",
                        control -> {
                            started.countDown();
                            new CountDownLatch(1).await();
                            return "never";
                        });
        job.onCancel(() -> told.add("cancelled"));
        started.await();
        job.cancel();
        untilOver(job);
        assertEquals(Job.State.CANCELLED, job.state().get());
        assertEquals(List.of("cancelled"), told);
        assertEquals(0, jobs.failures().size());
    }

    @Test
    void quietWorkIsNotShownAsRunning() throws InterruptedException {
        Job<Integer> job = jobs.quietly("peek", control -> 1);
        assertEquals(0, jobs.running().size());
        untilOver(job);
        assertEquals(Job.State.DONE, job.state().get());
    }

    private static String fail() {
        throw InvalidInputException.of("a.csv", "the file is empty", "name another");
    }

    private void untilOver(Job<?> job) throws InterruptedException {
        until(() -> job.state().get() != Job.State.RUNNING);
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable next = window.poll(120, TimeUnit.SECONDS);
            assertTrue(next != null, "nothing came within two minutes");
            next.run();
        }
    }
}
