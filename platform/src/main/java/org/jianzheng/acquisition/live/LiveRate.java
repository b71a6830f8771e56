package org.jianzheng.acquisition.live;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jianzheng.acquisition.check.LoadingBand;

/**
 * The loading rate of the last seconds, as a person reads it against the band of the method.
 *
 * @param unit that of the band; kN/s where none is known
 * @param standing null where no band is known
 */
public record LiveRate(BigDecimal value, String unit, Standing standing) {

    private static final int PLACES = 2;

    /** Against the band. */
    public enum Standing {
        BELOW,
        WITHIN,
        ABOVE
    }

    static LiveRate of(BigDecimal kilonewtonsPerSecond, AskedRate asked) {
        LoadingBand band = asked.band();
        BigDecimal rate = band == null ? null : band.rate(kilonewtonsPerSecond, asked.areaMm2());
        return rate == null
                ? new LiveRate(shown(kilonewtonsPerSecond), LoadingBand.Unit.KN_PER_S.text(), null)
                : new LiveRate(shown(rate), band.unit().text(), standing(rate, band));
    }

    private static Standing standing(BigDecimal rate, LoadingBand band) {
        if (rate.compareTo(band.from()) < 0) {
            return Standing.BELOW;
        }
        return rate.compareTo(band.to()) > 0 ? Standing.ABOVE : Standing.WITHIN;
    }

    private static BigDecimal shown(BigDecimal rate) {
        return rate.setScale(PLACES, RoundingMode.HALF_EVEN);
    }
}
