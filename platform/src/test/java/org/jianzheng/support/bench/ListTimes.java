package org.jianzheng.support.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Locale;

/** How long one person waits for each list, a page at a time: so many answers of each, after some to warm up. */
public final class ListTimes {

    private static final int ANSWERS = Integer.getInteger("bench.answers", 40);
    private static final int WARM = Math.max(2, ANSWERS / 4);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private double worst;

    /** Prints p50 and p95, or how it was refused, and answers the last body. */
    public String measure(String what, HttpRequest request) throws Exception {
        double[] millis = new double[ANSWERS];
        HttpResponse<String> answer = null;
        for (int n = -WARM; n < ANSWERS; n++) {
            long start = System.nanoTime();
            answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                System.out.printf("%-74s %d%n", what, answer.statusCode());
                return answer.body();
            }
            if (n >= 0) {
                millis[n] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        double p95 = millis[(ANSWERS - 1) * 95 / 100];
        worst = Math.max(worst, p95);
        System.out.printf(Locale.ROOT, "%-74s p50 %7.1f ms   p95 %7.1f ms%n", what, millis[ANSWERS / 2], p95);
        return answer.body();
    }

    public void sayWorst() {
        System.out.printf(Locale.ROOT, "worst p95 %.1f ms%n", worst);
    }
}
