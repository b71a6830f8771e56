package org.jianzheng.console.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Spans of time as people say them: the largest unit, rounded down. */
@Component
class WaitingTime {

    private final Clock clock;
    private final MessageSource messages;

    WaitingTime(Clock clock, MessageSource messages) {
        this.clock = clock;
        this.messages = messages;
    }

    String since(Instant start) {
        Duration waited = Duration.between(start, clock.instant());
        return waited.toMinutes() < 1 ? say("console.waiting.now", null) : say("console.waiting.since", span(waited));
    }

    /** {@code 剩 12 分钟} or {@code 已超期 2 小时}; null without a limit. */
    String until(Instant due) {
        if (due == null) {
            return null;
        }
        Duration left = Duration.between(clock.instant(), due);
        return left.isNegative()
                ? say("console.waiting.late", span(left.negated()))
                : say("console.waiting.left", span(left));
    }

    boolean isOver(Instant due) {
        return due != null && due.isBefore(clock.instant());
    }

    private String span(Duration span) {
        if (span.toDays() > 0) {
            return say("console.waiting.days", span.toDays());
        }
        return span.toHours() > 0
                ? say("console.waiting.hours", span.toHours())
                : say("console.waiting.minutes", Math.max(0, span.toMinutes()));
    }

    private String say(String code, Object argument) {
        return messages.getMessage(code, new Object[] {argument}, LocaleContextHolder.getLocale());
    }
}
