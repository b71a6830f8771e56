package org.jianzheng.standards;

import java.math.BigDecimal;
import org.jianzheng.kernel.RuleBroken;

/** Soil of one ring or one pit. @param wet density to 0.01 g/cm³ */
record SoilSample(BigDecimal wet, Moisture moisture) {

    static SoilSample ofRing(Given ring, String path) {
        BigDecimal soil = ring.decimal("ringSoilG").subtract(ring.decimal("ringG"));
        if (soil.signum() <= 0) {
            throw RuleBroken.at(path + ".ringSoilG", "standards.soil.lighter");
        }
        return new SoilSample(
                Gb8170.hundredth(Rational.quotient(soil, ring.decimal("volumeCm3"))), Moisture.of(ring, path));
    }

    /** The sand that fills the pit tells its volume, to 0.1 cm³. */
    static SoilSample ofPit(Given pit) {
        BigDecimal sand = pit.decimal("sandUsedG").subtract(pit.decimal("sandConeG"));
        if (sand.signum() <= 0) {
            throw RuleBroken.at("pit.sandUsedG", "standards.soil.lighter");
        }
        BigDecimal volume = Gb8170.tenth(Rational.quotient(sand, pit.decimal("sandDensity")));
        if (volume.signum() <= 0) {
            throw RuleBroken.at("pit.sandUsedG", "standards.soil.lighter");
        }
        return new SoilSample(
                Gb8170.hundredth(Rational.quotient(pit.decimal("soilG"), volume)), Moisture.of(pit, "pit"));
    }

    BigDecimal dry() {
        return moisture.dry(wet);
    }
}
