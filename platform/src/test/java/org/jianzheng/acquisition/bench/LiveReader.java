package org.jianzheng.acquisition.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jianzheng.support.bench.BenchPlatform;

/** A browser that watches one run, and when it has read each chunk. */
final class LiveReader implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern SEQ = Pattern.compile("\"seq\":(\\d+)");

    private final BenchPlatform platform;
    private final String session;
    private final String runId;
    private final AtomicLongArray sent;
    private final AtomicLongArray read;
    private final CountDownLatch open = new CountDownLatch(1);
    private final Thread thread = new Thread(this::work, "reader");
    private volatile boolean running = true;
    private String last = "";

    LiveReader(BenchPlatform platform, String session, String runId, int chunks) {
        this.platform = platform;
        this.session = session;
        this.runId = runId;
        this.sent = new AtomicLongArray(chunks);
        this.read = new AtomicLongArray(chunks);
        thread.setDaemon(true);
        thread.start();
    }

    void awaitOpen() throws InterruptedException {
        if (!open.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Nobody may watch " + runId);
        }
    }

    void sent(int seq) {
        sent.set(seq, System.nanoTime());
    }

    int missing() {
        return (int) LongStream.range(0, read.length())
                .filter(seq -> read.get((int) seq) == 0)
                .count();
    }

    /** From sending to reading, of each that was read. */
    LongStream nanos() {
        return LongStream.range(0, read.length())
                .filter(seq -> read.get((int) seq) != 0)
                .map(seq -> read.get((int) seq) - sent.get((int) seq));
    }

    // The server ends a stream after two minutes; a browser comes again by itself.
    private void work() {
        while (running) {
            try {
                var request = platform.request("/runs/" + runId + "/live")
                        .header("Cookie", session)
                        .header("Accept", "text/event-stream")
                        .header("Last-Event-ID", last)
                        .build();
                HttpResponse<Stream<String>> stream = HTTP.send(request, BodyHandlers.ofLines());
                if (stream.statusCode() != 200) {
                    throw new IllegalStateException(runId + ": " + stream.statusCode());
                }
                open.countDown();
                stream.body().forEach(this::take);
            } catch (IOException | RuntimeException e) {
                if (running) {
                    System.err.println(e);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void take(String text) {
        long now = System.nanoTime();
        if (text.startsWith("id:")) {
            last = text.substring(3);
        } else if (text.startsWith("data:")) {
            Matcher seqs = SEQ.matcher(text);
            while (seqs.find()) {
                read.compareAndSet(Integer.parseInt(seqs.group(1)), 0, now);
            }
        }
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
    }
}
