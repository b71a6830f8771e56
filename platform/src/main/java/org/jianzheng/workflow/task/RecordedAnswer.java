package org.jianzheng.workflow.task;

import java.time.Instant;

/**
 * What a Step of a case answered: a fact that gateways decide by, never what anybody typed.
 *
 * @param number within the case, from 1
 * @param root the process that was begun; a case has more than one where its report fails or is corrected
 * @param deployment of the diagram it went by
 * @param process key of that diagram
 * @param step id of the element
 * @param variable null where the Step answers nothing
 * @param answer true, false or one of the words the Step declares; {@code *} for any other text, null for none
 */
public record RecordedAnswer(
        long number,
        String root,
        String deployment,
        String process,
        String step,
        String variable,
        String answer,
        Instant at) {}
