package org.jianzheng.acquisition.check;

import java.math.BigDecimal;
import org.jianzheng.acquisition.analysis.LoadingRate;

/** The loading rates that a method allows, in the unit it names them in. */
public record LoadingBand(BigDecimal from, BigDecimal to, Unit unit) {

    /** What the bounds are given in. */
    public enum Unit {
        KN_PER_S("kN/s"),
        MPA_PER_S("MPa/s");

        private final String text;

        Unit(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** {@code 0.5~0.8 MPa/s} */
    public String text() {
        return from.toPlainString() + "~" + to.toPlainString() + " " + unit.text;
    }

    /** In the unit of the bounds; null where they are of stress and there is no area. */
    public BigDecimal rate(BigDecimal kilonewtonsPerSecond, BigDecimal areaMm2) {
        if (unit == Unit.KN_PER_S) {
            return kilonewtonsPerSecond;
        }
        return areaMm2 == null ? null : LoadingRate.megapascals(kilonewtonsPerSecond, areaMm2);
    }

    /** @param part of each bound by which it may be passed */
    boolean holds(BigDecimal rate, BigDecimal part) {
        return rate.compareTo(from.subtract(from.multiply(part))) >= 0
                && rate.compareTo(to.add(to.multiply(part))) <= 0;
    }
}
