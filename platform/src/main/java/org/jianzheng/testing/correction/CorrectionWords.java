package org.jianzheng.testing.correction;

import java.util.Map;

/** Chinese words of corrections, for records, notices and printed documents. */
public final class CorrectionWords {

    private static final Map<String, String> VERDICTS = Map.of(
            "PASS", "合格",
            "FAIL", "不合格",
            "INVALID", "无效",
            "RETEST", "复验",
            "REFER", "标准未列",
            "PENDING", "待测",
            "UNJUDGED", "不作判定",
            "NONE", "无（报告不再有效）");

    private CorrectionWords() {}

    public static String verdict(String code) {
        return code == null || code.isBlank() ? "—" : VERDICTS.getOrDefault(code, code);
    }

    public static String reason(CorrectionReason reason) {
        return switch (reason) {
            case TRANSCRIPTION -> "抄录或录入笔误";
            case UNIT -> "单位有误";
            case SPECIMEN_ROW -> "试件行次有误";
            case MACHINE_READING -> "设备读数有误";
            case SAMPLE_FACT -> "委托或样品信息有误";
            case TEST_REPEATED -> "按方法重做试验";
            case OTHER -> "其他";
        };
    }

    public static String kind(CorrectionKind kind) {
        return switch (kind) {
            case RECORD -> "更正原始记录";
            case SAMPLE_FACTS -> "更正委托、样品信息";
            case VOID -> "报告作废";
            case RECALL -> "报告收回";
        };
    }

    public static String consent(Consent consent) {
        return switch (consent) {
            case SITE -> "委托方或取样单位";
            case HEAD -> "技术负责人";
            case WITNESS -> "见证单位";
            case STATION -> "监督站";
        };
    }
}
