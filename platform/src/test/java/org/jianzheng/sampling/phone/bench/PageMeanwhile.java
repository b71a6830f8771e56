package org.jianzheng.sampling.phone.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jianzheng.support.bench.BenchPlatform;

/** Somebody of a laboratory who looks at their home page twice a second, while phones send. */
final class PageMeanwhile implements AutoCloseable {

    private static final int PAUSE_MILLIS = 500;

    private final HttpClient client;
    private final HttpRequest page;
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    private final Thread reader = new Thread(this::read, "page-meanwhile");
    private final AtomicInteger refused = new AtomicInteger();
    private volatile long most;

    PageMeanwhile(BenchPlatform platform, HttpClient client) {
        this.client = client;
        page = platform.request("/")
                .header("Cookie", platform.signedIn("receiver"))
                .build();
        reader.start();
    }

    private void read() {
        try {
            while (true) {
                long start = System.nanoTime();
                if (client.send(page, BodyHandlers.discarding()).statusCode() == 200) {
                    millis.add((System.nanoTime() - start) / 1e6);
                } else {
                    refused.incrementAndGet();
                }
                Runtime memory = Runtime.getRuntime();
                most = Math.max(most, memory.totalMemory() - memory.freeMemory());
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            refused.incrementAndGet();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    String said() {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.isEmpty()
                ? "no page was answered"
                : String.format(
                        Locale.ROOT,
                        "a page meanwhile p50 %.0f ms, p95 %.0f ms, %d refused",
                        sorted.get(sorted.size() / 2),
                        sorted.get((sorted.size() - 1) * 95 / 100),
                        refused.get());
    }

    /** In which those who measure have their part. */
    long mostMegabytes() {
        return most >> 20;
    }

    @Override
    public void close() throws InterruptedException {
        reader.interrupt();
        reader.join();
    }
}
