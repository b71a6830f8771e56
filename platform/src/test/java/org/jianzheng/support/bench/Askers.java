package org.jianzheng.support.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** So many clients on this machine, each asking as soon as it was answered, after half as long to warm up. */
public final class Askers {

    private static final int SECONDS = Integer.getInteger("bench.seconds", 10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int clients;

    public Askers(int clients) {
        this.clients = clients;
    }

    /**
     * Prints how many a second and how long each took.
     *
     * @param asked the n-th request
     * @param expected what every answer holds
     * @return requests a second
     */
    public double measure(String what, String expected, IntFunction<HttpRequest> asked) throws Exception {
        run(asked, expected, SECONDS / 2);
        double[] millis = run(asked, expected, SECONDS);
        double rate = millis.length / (double) SECONDS;
        System.out.printf(
                Locale.ROOT,
                "%-34s %8.1f requests/s, p50 %.1f ms, p95 %.1f ms (%d clients)%n",
                what,
                rate,
                millis[millis.length / 2],
                millis[(millis.length - 1) * 95 / 100],
                clients);
        return rate;
    }

    /** Milliseconds of each answer, in ascending order. */
    private double[] run(IntFunction<HttpRequest> asked, String expected, int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        var people = Executors.newFixedThreadPool(clients);
        try {
            var tasks = new ArrayList<Callable<List<Double>>>();
            for (int client = 0; client < clients; client++) {
                int first = client;
                tasks.add(() -> ask(asked, first, expected, end));
            }
            var all = new ArrayList<Double>();
            for (var answers : people.invokeAll(tasks)) {
                all.addAll(answers.get());
            }
            return all.stream().mapToDouble(each -> each).sorted().toArray();
        } finally {
            people.shutdown();
        }
    }

    private List<Double> ask(IntFunction<HttpRequest> asked, int first, String expected, long end) throws Exception {
        var millis = new ArrayList<Double>();
        for (int n = first; System.nanoTime() < end; n += clients) {
            HttpRequest request = asked.apply(n);
            long start = System.nanoTime();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200 || !answer.body().contains(expected)) {
                throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return millis;
    }
}
