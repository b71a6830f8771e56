package org.jianzheng.records.nightly;

import org.springframework.boot.actuate.health.Status;

/** What health says of records; {@code management.endpoint.health.status.order} ranks them. Neither takes a node away. */
public final class RecordHealth {

    /** Something was changed past the platform. */
    public static final Status DAMAGED = new Status("DAMAGED", "Records were changed past the platform");

    /** Nothing is lost, but something that should have happened by now has not. */
    public static final Status DELAYED = new Status("DELAYED", "Records wait for longer than they should");

    private RecordHealth() {}
}
