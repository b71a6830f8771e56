package org.jianzheng.reporting.proof;

import org.jianzheng.records.nightly.RecordHealth;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Says that reports were found whose row, evidence and ledger differ. Not DOWN: other reports are as good as before, and a
 * balancer must not take the platform away for one.
 */
@Component("reportProofsHealthIndicator")
class ReportProofsHealthIndicator extends AbstractHealthIndicator {

    private final DamagedRecords damaged;

    ReportProofsHealthIndicator(DamagedRecords damaged) {
        this.damaged = damaged;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var numbers = damaged.numbers();
        health.status(numbers.isEmpty() ? Status.UP : RecordHealth.DAMAGED).withDetail("reports", numbers.size());
    }
}
