package org.jianzheng.acquisition.live;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jianzheng.acquisition.check.LoadingBand;
import org.jianzheng.acquisition.check.LoadingBands;
import org.jianzheng.acquisition.run.Run;

/**
 * The loading rate that a run is to keep.
 *
 * @param band null where the method has none
 * @param areaMm2 null where the item has none
 */
public record AskedRate(LoadingBand band, BigDecimal areaMm2) {

    private static final int PLACES = 3;

    static final AskedRate NONE = new AskedRate(null, null);

    public static AskedRate of(Run run) {
        return new AskedRate(
                LoadingBands.of(run.method(), run.expected().nominalMpa()).orElse(null),
                run.expected().areaMm2());
    }

    /** Whether the rate is one of stress, which takes the area. */
    public boolean inStress() {
        return band != null && band.unit() == LoadingBand.Unit.MPA_PER_S && areaMm2 != null;
    }

    /** A rate in {@link #unit}, with three decimals. */
    public BigDecimal inUnit(BigDecimal kilonewtonsPerSecond) {
        BigDecimal rate = inStress() ? band.rate(kilonewtonsPerSecond, areaMm2) : kilonewtonsPerSecond;
        return rate.setScale(PLACES, RoundingMode.HALF_EVEN);
    }

    public LoadingBand.Unit unit() {
        return inStress() ? LoadingBand.Unit.MPA_PER_S : LoadingBand.Unit.KN_PER_S;
    }

    /** As people read it; null where there is none. */
    public String text() {
        return band == null ? null : band.text();
    }
}
