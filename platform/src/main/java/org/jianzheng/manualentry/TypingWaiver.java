package org.jianzheng.manualentry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.official.Official;

/** 人工录入准许: asked for by the laboratory, decided and revoked by the station. */
@Entity
@Table(name = "manual_waiver")
class TypingWaiver implements Official {

    private static final Duration STILL_TYPED = Duration.ofDays(1);

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    private String number;
    private String labCode;
    private String item;
    private LocalDate fromDay;
    private LocalDate untilDay;
    private String reason;
    private String askedBy;
    private String askedName;
    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    private TypingWaiverState state;

    private String decisionText;
    private String decidedBy;
    private String decidedName;
    private Instant decidedAt;
    private String endedText;
    private String endedBy;
    private String endedName;
    private Instant endedAt;

    @Version
    private Integer lockVersion;

    protected TypingWaiver() {}

    TypingWaiver(String number, TypingWaiverRequest request, Person by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.number = number;
        this.labCode = by.lab().orElseThrow();
        this.item = request.item();
        this.fromDay = request.from();
        this.untilDay = request.until();
        this.reason = request.reason();
        this.askedBy = by.username();
        this.askedName = by.name();
        this.askedAt = at;
        this.state = TypingWaiverState.ASKED;
    }

    void decide(boolean granted, String text, Person by, Instant at) {
        if (state != TypingWaiverState.ASKED) {
            throw new RuleBroken("manualentry.waiver.meanwhile", number);
        }
        if (granted && untilDay.isBefore(LocalDate.ofInstant(at, CityTime.ZONE))) {
            throw new RuleBroken("manualentry.waiver.over", untilDay);
        }
        state = granted ? TypingWaiverState.GRANTED : TypingWaiverState.REFUSED;
        decisionText = text;
        decidedBy = by.username();
        decidedName = by.name();
        decidedAt = at;
    }

    void withdraw(String text, Person by, Instant at) {
        end(TypingWaiverState.WITHDRAWN, text, by, at);
    }

    void revoke(String text, Person by, Instant at) {
        if (state != TypingWaiverState.GRANTED) {
            throw new RuleBroken("manualentry.waiver.meanwhile", number);
        }
        end(TypingWaiverState.REVOKED, text, by, at);
    }

    private void end(TypingWaiverState ended, String text, Person by, Instant at) {
        if (state != TypingWaiverState.ASKED && state != TypingWaiverState.GRANTED) {
            throw new RuleBroken("manualentry.waiver.meanwhile", number);
        }
        state = ended;
        endedText = text;
        endedBy = by.username();
        endedName = by.name();
        endedAt = at;
    }

    /**
     * Whether what was tested then may be typed now. What was tested before it ended may still be, for a day: who says when a
     * test began is whoever types it.
     */
    boolean covers(Instant testedAt, Instant now) {
        LocalDate day = LocalDate.ofInstant(testedAt, CityTime.ZONE);
        LocalDate typed = LocalDate.ofInstant(now.minus(STILL_TYPED), CityTime.ZONE);
        return decidedAt != null
                && state != TypingWaiverState.REFUSED
                && !day.isBefore(fromDay)
                && !day.isAfter(untilDay)
                && !typed.isAfter(untilDay)
                && (endedAt == null
                        || testedAt.isBefore(endedAt) && now.minus(STILL_TYPED).isBefore(endedAt));
    }

    /** Whether it is asked for or runs, on any of these days. */
    boolean meets(LocalDate from, LocalDate until) {
        return (state == TypingWaiverState.ASKED || state == TypingWaiverState.GRANTED)
                && !fromDay.isAfter(until)
                && !untilDay.isBefore(from);
    }

    String labCode() {
        return labCode;
    }

    TypingWaiverView view() {
        return new TypingWaiverView(
                id,
                number,
                labCode,
                new TypingWaiverRequest(item, fromDay, untilDay, reason),
                state,
                new TypingWaiverView.Word(reason, askedName, askedAt),
                word(decisionText, decidedName, decidedAt),
                word(endedText, endedName, endedAt));
    }

    private static TypingWaiverView.Word word(String text, String name, Instant at) {
        return at == null ? null : new TypingWaiverView.Word(text, name, at);
    }

    @Override
    public String ledgerSubject() {
        return "manual-waiver:" + id;
    }
}
