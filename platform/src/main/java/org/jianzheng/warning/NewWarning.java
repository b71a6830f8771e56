package org.jianzheng.warning;

import java.util.Map;

/**
 * Something that looks wrong.
 *
 * @param key says the same thing as another of that key, which is not raised twice: {@code run:<id>:copied-curve}
 * @param rule key of the messages: {@code <rule>.name} is what people call it, {@code acquisition.check.gap}
 * @param subject what it is about
 * @param labCode whose it is to explain
 * @param caseId the case it belongs to; may be null
 * @param sentence what was found, Chinese
 * @param evidence the figures it rests on, by name
 */
public record NewWarning(
        String key,
        String rule,
        Subject subject,
        String labCode,
        String caseId,
        WarningSeverity severity,
        String sentence,
        Map<String, String> evidence) {

    /**
     * What a warning is about.
     *
     * @param kind {@code run}, {@code specimen}, {@code person}, {@code room}
     * @param page of this site, from its root; null where it has none
     */
    public record Subject(String kind, String id, String page) {}
}
