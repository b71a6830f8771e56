package org.jianzheng.support.machine;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jianzheng.acquisition.curve.Curve;

/**
 * How a simulated machine is to test its next specimen, in a word: {@code slip}, {@code stop}, {@code gap}, {@code preload},
 * {@code no-yield}, {@code wrong-rate}, {@code copy}, {@code dropped-chunks}, {@code power-loss}, or {@code file} and the path of
 * {@code t_ms,kN} lines under a heading.
 */
public record CurveWish(Word word, Path file) {

    public static final CurveWish USUAL = new CurveWish(Word.USUAL, null);

    /** What can be wished for. */
    public enum Word {
        USUAL,
        SLIP,
        STOP,
        GAP,
        PRELOAD,
        NO_YIELD,
        WRONG_RATE,
        COPY,
        DROPPED_CHUNKS,
        POWER_LOSS,
        FILE;

        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @throws IllegalArgumentException naming the words there are */
    public static CurveWish read(String line) {
        String[] parts = line.strip().split("\\s+", 2);
        Word word = Arrays.stream(Word.values())
                .filter(each -> each.text().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such curve: " + line.strip() + ". There are "
                        + Arrays.stream(Word.values()).map(Word::text).collect(Collectors.joining(", "))));
        if ((word == Word.FILE) != (parts.length == 2)) {
            throw new IllegalArgumentException("file takes a path, and nothing else does: " + line.strip());
        }
        return new CurveWish(word, word == Word.FILE ? Path.of(parts[1].strip()) : null);
    }

    /** @param before the curve that was sent of the method before; null where there was none, and nothing to copy */
    public Curve curve(CurveRecipe usual, CurvesOfTests curves, Curve before) {
        return switch (word) {
            case SLIP -> CurveDefect.SLIP.of(curves.of(usual));
            case STOP -> CurveDefect.STOP.of(curves.of(usual));
            case GAP -> CurveDefect.GAP.of(curves.of(usual));
            case PRELOAD -> CurveDefect.PRELOAD.of(curves.of(usual));
            case POWER_LOSS -> CurveDefect.POWER_LOSS.of(curves.of(usual));
            case NO_YIELD -> curves.of(withoutYield(usual));
            case WRONG_RATE -> curves.of(tooFast(usual));
            case COPY ->
                Optional.ofNullable(before)
                        .map(curve -> Forgery.SCALE.of(curve, new Random()))
                        .orElseGet(() -> curves.of(usual));
            case FILE -> RealCurves.read(file);
            case USUAL, DROPPED_CHUNKS -> curves.of(usual);
        };
    }

    private static CurveRecipe withoutYield(CurveRecipe usual) {
        return usual instanceof Pulling bar
                ? new Pulling(bar.yieldKn(), bar.peakKn(), bar.knPerSecond(), bar.hertz(), false)
                : usual;
    }

    private static CurveRecipe tooFast(CurveRecipe usual) {
        return usual instanceof Pressing cube
                ? new Pressing(cube.peakKn(), cube.knPerSecond() * 3, cube.hertz(), cube.preloadKn(), cube.rangeKn())
                : faster((Pulling) usual);
    }

    private static CurveRecipe faster(Pulling bar) {
        return new Pulling(bar.yieldKn(), bar.peakKn(), bar.knPerSecond() * 5, bar.hertz(), bar.yields());
    }

    /** Whether the line loses every third chunk, to be sent again when the platform asks for them. */
    public boolean dropsChunks() {
        return word == Word.DROPPED_CHUNKS;
    }

    /** Whether the machine falls silent and never ends its run. */
    public boolean neverEnds() {
        return word == Word.POWER_LOSS;
    }
}
