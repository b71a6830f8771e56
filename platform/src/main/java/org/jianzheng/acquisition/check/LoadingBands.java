package org.jianzheng.acquisition.check;

import java.math.BigDecimal;
import java.util.Optional;
import org.jianzheng.acquisition.check.LoadingBand.Unit;

/** Loading rates of the methods: GB/T 50081, JGJ/T 70, GB/T 17671, GB/T 228.1 method B, JGJ/T 27. */
public final class LoadingBands {

    private static final BigDecimal MEDIUM = BigDecimal.valueOf(30);
    private static final BigDecimal STRONG = BigDecimal.valueOf(60);

    private LoadingBands() {}

    /** @param nominalMpa the strength of the grade; may be null */
    public static Optional<LoadingBand> of(String method, BigDecimal nominalMpa) {
        return switch (method) {
            case "concrete-cube" -> Optional.ofNullable(nominalMpa).map(LoadingBands::concrete);
            case "mortar-cube" -> band("0.25", "1.5", Unit.KN_PER_S);
            case "cement-flexural" -> band("0.04", "0.06", Unit.KN_PER_S);
            case "cement-compressive" -> band("2.2", "2.6", Unit.KN_PER_S);
            case "rebar-tensile" -> band("6", "60", Unit.MPA_PER_S);
            case "weld-tensile" -> band("10", "30", Unit.MPA_PER_S);
            default -> Optional.empty();
        };
    }

    private static LoadingBand concrete(BigDecimal grade) {
        if (grade.compareTo(MEDIUM) < 0) {
            return band("0.3", "0.5", Unit.MPA_PER_S).orElseThrow();
        }
        return grade.compareTo(STRONG) < 0
                ? band("0.5", "0.8", Unit.MPA_PER_S).orElseThrow()
                : band("0.8", "1.0", Unit.MPA_PER_S).orElseThrow();
    }

    private static Optional<LoadingBand> band(String from, String to, Unit unit) {
        return Optional.of(new LoadingBand(new BigDecimal(from), new BigDecimal(to), unit));
    }
}
