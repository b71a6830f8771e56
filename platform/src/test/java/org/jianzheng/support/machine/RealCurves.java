package org.jianzheng.support.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jianzheng.acquisition.curve.Curve;

/** Curves that real machines measured ({@code src/test/resources/curves}): 30 concrete cubes and 2 flat pieces of steel. */
public final class RealCurves {

    public static final BigDecimal CUBE_MM2 = new BigDecimal(22_500);
    public static final Map<String, BigDecimal> STEEL_MM2 =
            Map.of("St1594", new BigDecimal("33.93"), "St1595", new BigDecimal("35.496"));

    private static final Path FOLDER = Path.of("src/test/resources/curves");

    private RealCurves() {}

    /** @param name of its file, {@code M01_28d_W4} */
    public record Real(String name, Curve curve) {}

    public static List<Real> concrete() {
        return folder("concrete");
    }

    public static List<Real> steel() {
        return folder("steel");
    }

    public static Real named(String name) {
        return Stream.concat(concrete().stream(), steel().stream())
                .filter(real -> real.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Real> folder(String name) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(name))) {
            return files.sorted()
                    .map(file -> new Real(file.getFileName().toString().replace(".csv", ""), read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code t_ms,kN} lines under a heading. */
    public static Curve read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            List<String[]> points = lines.skip(1).map(line -> line.split(",")).toList();
            return new Curve(
                    points.stream()
                            .mapToInt(point -> Integer.parseInt(point[0]))
                            .toArray(),
                    points.stream()
                            .mapToInt(point ->
                                    new BigDecimal(point[1]).movePointRight(3).intValueExact())
                            .toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
