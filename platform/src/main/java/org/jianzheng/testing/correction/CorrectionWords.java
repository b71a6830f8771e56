package org.jianzheng.testing.correction;

import org.jianzheng.standards.evaluation.Verdict;

/** Chinese words of corrections, for records, notices and printed documents. */
public final class CorrectionWords {

    private CorrectionWords() {}

    public static String verdict(String code) {
        if (code == null || code.isBlank()) {
            return "—";
        }
        return code.equals("NONE") ? "无（报告不再有效）" : Verdict.valueOf(code).word();
    }

    public static String reason(CorrectionReason reason) {
        return switch (reason) {
            case TRANSCRIPTION -> "抄录或录入笔误";
            case UNIT -> "单位有误";
            case SPECIMEN_ROW -> "试件行次有误";
            case MACHINE_READING -> "设备读数有误";
            case SAMPLE_FACT -> "委托或样品信息有误";
            case TEST_REPEATED -> "按方法重做试验";
            case YIELD_MISSED -> "自动判读漏判屈服";
            case YIELD_MISREAD -> "自动判读误判屈服";
            case OTHER -> "其他";
        };
    }

    public static String kind(CorrectionKind kind) {
        return switch (kind) {
            case RECORD -> "更正原始记录";
            case SAMPLE_FACTS -> "更正委托、样品信息";
            case YIELD -> "更正屈服点";
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
