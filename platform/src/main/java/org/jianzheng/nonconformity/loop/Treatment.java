package org.jianzheng.nonconformity.loop;

import java.util.Arrays;
import org.jianzheng.kernel.RuleBroken;

/** What may be done with material that failed, and what has to prove that it was. */
public enum Treatment {
    RETURN("退场", true, true),
    DOUBLE_RETEST("双倍复检", false, false),
    IN_PLACE("实体检测", false, true),
    DESIGN("原设计单位核算", false, true),
    REWORK("返工加固", true, false),
    /** Not a treatment but the objection to one: order 57, article 25. */
    DISPUTE("申请争议复检", false, false);

    private final String label;
    private final boolean photo;
    private final boolean paper;

    Treatment(String label, boolean photo, boolean paper) {
        this.label = label;
        this.photo = photo;
        this.paper = paper;
    }

    public static Treatment of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RuleBroken.at("treatment", "nonconformity.treatment.unknown", name));
    }

    /** As forms and registers print it. */
    public String label() {
        return label;
    }

    /** Photos before and during, with the sign board. */
    public boolean needsPhoto() {
        return photo;
    }

    /** Return slip, report of the in-place test, the designer's check. */
    public boolean needsPaper() {
        return paper;
    }
}
