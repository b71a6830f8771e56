package org.jianzheng.acquisition.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.curve.CurveHash;
import org.jianzheng.acquisition.ingest.Told;

/** Chunks of a trial, and what is wrong with them together. */
final class TrialCurve {

    private static final int MOST_POINTS = 200_000;
    private static final int SLOWEST_HZ = 1;
    private static final int FASTEST_HZ = 100;
    private static final long SECOND = 1000;

    private final TreeMap<Integer, Chunk> chunks = new TreeMap<>();
    private int points;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Chunk(byte[] sha256, Told.Samples samples) {}

    enum Added {
        NEW,
        SAME,
        OTHER_BYTES,
        TOO_MUCH
    }

    Added add(Told.Samples samples, byte[] bytes) {
        byte[] sha256 = DigestUtils.sha256(bytes);
        Chunk before = chunks.get(samples.seq());
        if (before != null) {
            return Arrays.equals(before.sha256(), sha256) ? Added.SAME : Added.OTHER_BYTES;
        }
        if (points + samples.millis().length > MOST_POINTS) {
            return Added.TOO_MUCH;
        }
        points += samples.millis().length;
        chunks.put(samples.seq(), new Chunk(sha256, samples));
        return Added.NEW;
    }

    int chunks() {
        return chunks.size();
    }

    List<Integer> missing(int count) {
        return IntStream.range(0, Math.min(count, MOST_POINTS))
                .filter(seq -> !chunks.containsKey(seq))
                .boxed()
                .limit(SECOND)
                .toList();
    }

    /** What is wrong with the order of its chunks. */
    Optional<String> numbering(int count) {
        if (chunks.isEmpty() || chunks.lastKey() != count - 1 || chunks.size() != count) {
            return Optional.of("chunks are not numbered from 0 to " + (count - 1));
        }
        int[] millis = millis();
        return IntStream.range(1, millis.length)
                .filter(i -> millis[i] < millis[i - 1])
                .mapToObj(i -> "time falls at point " + i)
                .findFirst();
    }

    /** What is wrong with how often it measures. */
    Optional<String> rate() {
        int[] millis = millis();
        if (millis.length < 2 || millis[millis.length - 1] == millis[0]) {
            return Optional.of("too few points to tell");
        }
        long lasted = millis[millis.length - 1] - millis[0];
        boolean slow = (millis.length - 1) * SECOND < SLOWEST_HZ * lasted;
        boolean fast = (millis.length - 1) * SECOND > FASTEST_HZ * lasted;
        return slow || fast ? Optional.of("%d points in %d ms".formatted(millis.length, lasted)) : Optional.empty();
    }

    /** What is wrong with what its end says. */
    Optional<String> total(Told.Ended end) {
        List<String> wrong = new ArrayList<>();
        int[] newtons = chunks.values().stream()
                .flatMapToInt(chunk -> Arrays.stream(chunk.samples().newtons()))
                .toArray();
        if (end.points() != newtons.length) {
            wrong.add("points: %d came".formatted(newtons.length));
        }
        if (newtons.length > 0) {
            Curve curve = new Curve(millis(), newtons);
            int peak = newtons[curve.peak()];
            if (end.peakNewtons() != peak) {
                wrong.add("peakKn: it is " + curve.kilonewtons(curve.peak()).toPlainString());
            }
            if (!CurveHash.of(curve).equals(end.sha256())) {
                wrong.add("sha256: over what came it is " + CurveHash.of(curve));
            }
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", wrong));
    }

    private int[] millis() {
        return chunks.values().stream()
                .flatMapToInt(chunk -> Arrays.stream(chunk.samples().millis()))
                .toArray();
    }
}
