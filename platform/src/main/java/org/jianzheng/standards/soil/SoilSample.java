package org.jianzheng.standards.soil;

import java.math.BigDecimal;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.Rational;

/** Soil of one ring or one pit. @param wet density to 0.01 g/cm³ */
record SoilSample(BigDecimal wet, SoilMoisture moisture) {

    static SoilSample ofRing(GivenInputs ring, String path) {
        BigDecimal soil = ring.decimal("ringSoilG").subtract(ring.decimal("ringG"));
        if (soil.signum() <= 0) {
            throw RuleBroken.at(path + ".ringSoilG", "standards.soil.lighter");
        }
        return new SoilSample(
                Gb8170.hundredth(Rational.quotient(soil, ring.decimal("volumeCm3"))), SoilMoisture.of(ring, path));
    }

    /** The sand that fills the pit tells its volume, to 0.1 cm³. */
    static SoilSample ofPit(GivenInputs pit) {
        BigDecimal sand = pit.decimal("sandUsedG").subtract(pit.decimal("sandConeG"));
        if (sand.signum() <= 0) {
            throw RuleBroken.at("pit.sandUsedG", "standards.soil.lighter");
        }
        BigDecimal volume = Gb8170.tenth(Rational.quotient(sand, pit.decimal("sandDensity")));
        if (volume.signum() <= 0) {
            throw RuleBroken.at("pit.sandUsedG", "standards.soil.lighter");
        }
        return new SoilSample(
                Gb8170.hundredth(Rational.quotient(pit.decimal("soilG"), volume)), SoilMoisture.of(pit, "pit"));
    }

    BigDecimal dry() {
        return moisture.dry(wet);
    }
}
