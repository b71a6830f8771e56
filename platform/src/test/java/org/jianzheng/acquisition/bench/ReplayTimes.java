package org.jianzheng.acquisition.bench;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;

/** Somebody opens the page of a sealed run, and the page asks for its curve; and what a point takes up. */
final class ReplayTimes {

    private static final int OPENED = 400;
    private static final int WARM = 100;

    private final BenchLine line;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ReplayTimes(BenchLine line) {
        this.line = line;
    }

    void measure() throws Exception {
        String session = line.platform().signedIn("reviewer");
        List<String> runs = line.platform()
                .sql()
                .queryForList(
                        "SELECT id FROM acquisition_run WHERE state = 'SEALED' AND points BETWEEN 500 AND 1500"
                                + " ORDER BY id LIMIT ?",
                        String.class,
                        OPENED + WARM);
        long[] curve = new long[OPENED];
        long[] both = new long[OPENED];
        for (int i = 0; i < runs.size(); i++) {
            long begun = System.nanoTime();
            ask("/runs/" + runs.get(i), session);
            long page = System.nanoTime();
            ask("/runs/" + runs.get(i) + "/curve", session);
            if (i >= WARM) {
                curve[i - WARM] = System.nanoTime() - page;
                both[i - WARM] = System.nanoTime() - begun;
            }
        }
        Arrays.sort(curve);
        Arrays.sort(both);
        MachineLineBench.say(
                "replay of a curve opened",
                "points p50 %.1f ms, p95 %.1f ms; page and points p50 %.1f ms, p95 %.1f ms",
                MachineLineBench.percentile(curve, 50),
                MachineLineBench.percentile(curve, 95),
                MachineLineBench.percentile(both, 50),
                MachineLineBench.percentile(both, 95));
        bytes();
    }

    private void ask(String path, String session) throws Exception {
        HttpResponse<String> answer = http.send(
                line.platform().request(path).header("Cookie", session).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
    }

    private void bytes() {
        line.platform()
                .sql()
                .query(
                        "SELECT SUM(c.bytes) AS raw, SUM(r.points) AS points, (SELECT SUM(LENGTH(v.bytes)) / SUM(v.points)"
                                + " FROM acquisition_curve v) AS compact FROM acquisition_run r JOIN (SELECT run_id,"
                                + " SUM(LENGTH(bytes)) AS bytes FROM acquisition_chunk GROUP BY run_id) c ON c.run_id = r.id"
                                + " WHERE r.state = 'SEALED'",
                        row -> {
                            MachineLineBench.say(
                                    "bytes a point",
                                    "raw %.1f as sent, compact %.2f",
                                    row.getDouble("raw") / row.getDouble("points"),
                                    row.getDouble("compact"));
                        });
    }
}
