package org.jianzheng.records.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jianzheng.records.key.PlatformKeys;
import org.jianzheng.records.nightly.RecordHealth;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Whether the ledger goes on and is what was signed. Never DOWN for it: work goes on and entries are kept, so a balancer
 * must not take the platform away.
 */
@Component("ledgerHealthIndicator")
class LedgerHealthIndicator extends AbstractHealthIndicator {

    /** Entries wait a second or two. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private final LedgerStore ledger;
    private final TreeStore tree;
    private final PlatformKeys keys;
    private final LedgerAlarm alarm;
    private final Clock clock;

    /** The largest tree that this node has seen signed: one cut off at its end, rows and all, is whole in itself. */
    private final AtomicLong seen = new AtomicLong();

    LedgerHealthIndicator(LedgerStore ledger, TreeStore tree, PlatformKeys keys, LedgerAlarm alarm, Clock clock) {
        this.ledger = ledger;
        this.tree = tree;
        this.keys = keys;
        this.alarm = alarm;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Optional<Checkpoint> latest = tree.latest();
        Optional<Instant> oldest = ledger.waitsSince();
        List<String> damage = damage(latest);
        boolean late =
                oldest.isPresent() && oldest.get().isBefore(clock.instant().minus(LONG));
        health.status(!damage.isEmpty() ? RecordHealth.DAMAGED : late ? RecordHealth.DELAYED : Status.UP);
        latest.ifPresent(checkpoint ->
                health.withDetail("treeSize", checkpoint.treeSize()).withDetail("signedAt", checkpoint.at()));
        oldest.ifPresent(since -> health.withDetail("waitingSince", since));
        if (!damage.isEmpty()) {
            health.withDetail("damage", damage);
        }
        if (keys.current().isEmpty()) {
            health.withDetail("key", "jianzheng.token.keystore is not set: entries get no place");
        }
    }

    private List<String> damage(Optional<Checkpoint> latest) {
        List<String> damage = new ArrayList<>(alarm.inTheWay());
        long size = latest.map(Checkpoint::treeSize).orElse(0L);
        long most = seen.accumulateAndGet(size, Math::max);
        if (size < most) {
            damage.add("checkpoint %d: gone, the newest is %d".formatted(most, size));
        }
        if (latest.isPresent()) {
            if (!isRootOf(latest.get())) {
                damage.add("checkpoint %d: not the root of what is stored"
                        .formatted(latest.get().treeSize()));
            }
            damage.addAll(beyond(latest.get().treeSize()));
        }
        return damage.stream().distinct().toList();
    }

    private boolean isRootOf(Checkpoint latest) {
        try {
            return Arrays.equals(new MerkleTree(tree::node).root(latest.treeSize()), latest.root());
        } catch (EmptyResultDataAccessException missing) {
            return false;
        }
    }

    /** Rows beyond the tree, seen twice: between two looks the sequencer may have gone on. */
    private List<String> beyond(long size) {
        List<String> seen = tree.beyond(size);
        long now = seen.isEmpty() ? size : tree.size();
        return now == size ? seen : tree.beyond(now);
    }
}
