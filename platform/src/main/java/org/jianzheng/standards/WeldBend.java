package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Bend test of welded joints to 90°, JGJ 18-2012: 3 specimens, 6 at a retest. */
final class WeldBend implements Method {

    private static final Table VERDICTS = Table.load("weld-bend");

    /** JGJ 18-2012 table 5.1.8. */
    static final Set<String> WELDS = Set.of("闪光对焊", "气压焊");

    @Override
    public String name() {
        return "weld-bend";
    }

    @Override
    public List<Field> inputs() {
        return List.of(Field.unsigned("crackWidthsMm", "mm", "100").many(3, 6));
    }

    @Override
    public int again(int first) {
        return Counts.RETEST;
    }

    @Override
    public Evaluation evaluate(Given given) {
        List<BigDecimal> cracks = given.decimals("crackWidthsMm");
        Counts.require("crackWidthsMm", cracks.size());
        BigDecimal limit = VERDICTS.rows().get(0).decimal("crack_mm");
        int broken = (int)
                cracks.stream().filter(crack -> crack.compareTo(limit) >= 0).count();
        return new Sheet(this)
                .put("broken", broken)
                .decide("stage", cracks.size() == Counts.RETEST ? "RETEST" : "FIRST")
                .limit("crackWidthsMm", "<", limit, "mm", "JGJ 18-2012")
                .verdict(VERDICTS.first(row ->
                                row.within("broken", broken) && row.is("specimens", String.valueOf(cracks.size())))
                        .text("verdict"));
    }
}
