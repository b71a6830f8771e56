package org.jianzheng.workflow.step;

import org.springframework.context.MessageSourceResolvable;

/**
 * How far something of a case has come. Steps say what they need and what they give ({@link Needs}, {@link Gives}); whoever
 * deploys a diagram is shown that on every path what is needed was given before. A thing is at one milestone at a time, so
 * that the next takes the last away: a record that is sent back is no longer evaluated.
 */
public enum Milestone implements MessageSourceResolvable {
    ORDERED(Thing.ORDER),
    ACCEPTED(Thing.ORDER),
    ORDER_RETURNED(Thing.ORDER),
    ORDER_WITHDRAWN(Thing.ORDER),

    MARKED(Thing.SAMPLE),
    /** Recorded late, without network: a person decides. */
    TAKING_UNDECIDED(Thing.SAMPLE),
    WITNESSING_UNDECIDED(Thing.SAMPLE),
    TAKEN(Thing.SAMPLE),
    WITNESSED(Thing.SAMPLE),
    RECEIVED(Thing.SAMPLE),
    SAMPLE_REFUSED(Thing.SAMPLE),
    /** Too late, or objected to by the witness. */
    SAMPLE_VOID(Thing.SAMPLE),
    NOT_TAKEN(Thing.SAMPLE),

    ASSIGNED(Thing.TEST),
    HANDED_BACK(Thing.TEST),
    TEST_STOPPED(Thing.TEST),
    RECORDED(Thing.TEST),
    /** To the technical head: the standard leaves it open. */
    REFERRED(Thing.TEST),
    EVALUATED(Thing.TEST),

    /** Something was found out, which no later record undoes. */
    CONCLUDED(Thing.VERDICT),

    DRAFTED(Thing.REPORT),
    REVIEWED(Thing.REPORT),
    SIGNED(Thing.REPORT),
    ISSUED(Thing.REPORT),
    REPORT_RETURNED(Thing.REPORT),
    RECALLED(Thing.REPORT),

    /** A new result has not been held against the one that stood. */
    UNCOMPARED(Thing.CORRECTION),
    UNCORRECTED(Thing.CORRECTION),
    CORRECTION_PROPOSED(Thing.CORRECTION),
    SITE_ASKED(Thing.CORRECTION),
    HEAD_ASKED(Thing.CORRECTION),
    HEAD_ALONE_ASKED(Thing.CORRECTION),
    WITNESS_ASKED(Thing.CORRECTION),
    STATION_ASKED(Thing.CORRECTION),
    CORRECTION_GRANTED(Thing.CORRECTION),
    CORRECTION_REFUSED(Thing.CORRECTION),

    FAILED(Thing.LOOP),
    FAILURE_REPORTED(Thing.LOOP),
    FIRST_RETEST_AWAITED(Thing.LOOP),
    PARTIES_CALLED(Thing.LOOP),
    TREATMENT_WANTED(Thing.LOOP),
    TREATMENT_PLANNED(Thing.LOOP),
    RESULT_DISPUTED(Thing.LOOP),
    RETEST_APPROVED(Thing.LOOP),
    RETEST_COMMISSIONED(Thing.LOOP),
    TREATMENT_APPROVED(Thing.LOOP),
    TREATED(Thing.LOOP),
    TREATMENT_CHECKED(Thing.LOOP),
    LOOP_CLOSED(Thing.LOOP),
    LOOP_WITHDRAWN(Thing.LOOP),
    DEVELOPER_CONFIRMED(Thing.DEVELOPER),
    CONTRACTOR_CONFIRMED(Thing.CONTRACTOR),
    SUPERVISION_CONFIRMED(Thing.SUPERVISION),

    BREACH_FOUND(Thing.BREACH),
    LAB_NOTIFIED(Thing.BREACH),
    BREACH_EXPLAINED(Thing.BREACH),
    WARNING_DECIDED(Thing.BREACH),
    WARNING_APPEALED(Thing.BREACH),
    CORRECTION_DECIDED(Thing.BREACH),
    CORRECTION_APPEALED(Thing.BREACH),
    BREACH_TO_CORRECT(Thing.BREACH),
    BREACH_CORRECTED(Thing.BREACH),
    BREACH_SETTLED(Thing.BREACH),
    BREACH_CLOSED(Thing.BREACH),

    ENTRY_PROPOSED(Thing.CREDIT),
    HOUSE_TOLD(Thing.CREDIT),
    ENTRY_APPEALED(Thing.CREDIT),
    ENTRY_EFFECTIVE(Thing.CREDIT),
    ENTRY_DISMISSED(Thing.CREDIT),
    ENTRY_EXPIRED(Thing.CREDIT),

    APPLIED(Thing.APPLICATION),
    REGISTERED(Thing.APPLICATION),
    APPLICATION_RETURNED(Thing.APPLICATION),
    APPLICATION_WITHDRAWN(Thing.APPLICATION),

    EXPIRY_WARNED(Thing.EXPIRY),
    EXPIRY_ANSWERED(Thing.EXPIRY);

    /** What has milestones. */
    public enum Thing {
        ORDER,
        SAMPLE,
        TEST,
        VERDICT,
        REPORT,
        CORRECTION,
        LOOP,
        DEVELOPER,
        CONTRACTOR,
        SUPERVISION,
        BREACH,
        CREDIT,
        APPLICATION,
        EXPIRY
    }

    private final Thing thing;

    Milestone(Thing thing) {
        this.thing = thing;
    }

    public Thing thing() {
        return thing;
    }

    @Override
    public String[] getCodes() {
        return new String[] {"workflow.milestone." + name()};
    }

    @Override
    public String getDefaultMessage() {
        return name();
    }
}
