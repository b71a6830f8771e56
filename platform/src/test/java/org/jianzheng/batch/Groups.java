package org.jianzheng.batch;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jianzheng.standards.evaluation.Verdict;

/** Groups of one batch, made day by day. */
final class Groups {

    static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    static final BatchCriteria C30 = new BatchCriteria(BatchKind.CONCRETE, "C30", "标准养护", "28 d", "PHB-30");
    static final BatchCriteria M10 = new BatchCriteria(BatchKind.MORTAR, "M10", "标准养护", "28 d", "水泥砂浆");

    private Groups() {}

    static CubeGroup of(int no, String mpa, String works) {
        return of(C30, no, mpa, works, null);
    }

    static CubeGroup of(BatchCriteria criteria, int no, String mpa, String works, NotCounted why) {
        return new CubeGroup(
                "R-%02d".formatted(no),
                criteria,
                new CubeGroup.Place(works, "三层柱"),
                FIRST.plusDays(no),
                "28 d",
                "建设单位委托",
                new BigDecimal(mpa),
                new BigDecimal(mpa).compareTo(new BigDecimal("30")) < 0 ? Verdict.FAIL : Verdict.PASS,
                why);
    }
}
