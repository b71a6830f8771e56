package org.jianzheng.acquisition.ingest;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.acquisition.broker.MachineTopic;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.curve.CurveHash;
import org.jianzheng.acquisition.ingest.ChunkStore.Chunk;

/**
 * Puts a run together from its chunks. Where a number came with different bytes, the machine's own hash over all points says
 * which of them it meant.
 */
final class Assembly {

    /** Of conflicting chunks so many points are tried; beyond, the machine has to send the run anew. */
    private static final long MOST_POINTS_TRIED = 20_000_000;

    private final Told.Ended end;
    private final Map<Integer, List<Part>> bySeq = new TreeMap<>();

    private record Part(Chunk chunk, Told.Samples samples) {}

    /** @param chunks in the order of their numbers, those of one number in the order they came */
    Assembly(Told.Ended end, List<Chunk> chunks) {
        this.end = end;
        chunks.stream()
                .filter(chunk -> chunk.seq() < end.chunks())
                // The latest first: what was sent again was meant.
                .forEach(chunk -> bySeq.computeIfAbsent(chunk.seq(), seq -> new ArrayList<>())
                        .add(0, new Part(chunk, read(chunk))));
    }

    /** A run put together. */
    record Whole(Curve curve, String sha256, String chunksSha256) {}

    /** Numbers that came with different bytes. */
    List<Integer> conflicts() {
        return bySeq.entrySet().stream()
                .filter(all -> all.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The one whose points and hash are the machine's; empty where there is none. */
    Optional<Whole> whole() {
        long most = Math.max(1, MOST_POINTS_TRIED / Math.max(1, end.points()));
        long combinations = 1;
        for (List<Part> all : bySeq.values()) {
            combinations = Math.min(most, combinations * all.size());
        }
        for (int number = 0; number < combinations; number++) {
            Optional<Whole> whole = join(choice(number));
            if (whole.isPresent()) {
                return whole;
            }
        }
        return Optional.empty();
    }

    private List<Part> choice(int number) {
        List<Part> chosen = new ArrayList<>();
        int rest = number;
        for (List<Part> all : bySeq.values()) {
            chosen.add(all.get(rest % all.size()));
            rest /= all.size();
        }
        return chosen;
    }

    private Optional<Whole> join(List<Part> chosen) {
        int[] millis = joined(chosen, Told.Samples::millis);
        int[] newtons = joined(chosen, Told.Samples::newtons);
        boolean falls = IntStream.range(1, millis.length).anyMatch(i -> millis[i] < millis[i - 1]);
        if (millis.length != end.points() || falls) {
            return Optional.empty();
        }
        Curve curve = new Curve(millis, newtons);
        String hash = CurveHash.of(curve);
        return hash.equals(end.sha256()) ? Optional.of(new Whole(curve, hash, overChunks(chosen))) : Optional.empty();
    }

    private static int[] joined(List<Part> chosen, Function<Told.Samples, int[]> column) {
        return chosen.stream()
                .flatMapToInt(part -> Arrays.stream(column.apply(part.samples())))
                .toArray();
    }

    private static String overChunks(List<Part> chosen) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        chosen.forEach(part -> digest.update(part.chunk().sha256()));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Told.Samples read(Chunk chunk) {
        try {
            return (Told.Samples) ToldReader.read(MachineTopic.Kind.SAMPLES, chunk.bytes());
        } catch (Malformed e) {
            throw new IllegalStateException("Chunk " + chunk.seq() + " of run " + chunk.runId() + " was taken once", e);
        }
    }
}
