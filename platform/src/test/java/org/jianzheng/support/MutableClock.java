package org.jianzheng.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The platform's clock in tests: runs like the system's until a test sets it. Tests share it, so whoever sets it ends with
 * {@link #reset()}; {@code try (var at = clock.at(instant))} does so by itself.
 */
public final class MutableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;
    private volatile Instant fixed;

    /** Stands still at this time from now on. */
    public Reset at(Instant instant) {
        fixed = instant;
        return this::reset;
    }

    /** Moves on by this much. */
    public Reset advance(Duration by) {
        if (fixed == null) {
            ahead = ahead.plus(by);
        } else {
            fixed = fixed.plus(by);
        }
        return this::reset;
    }

    /** The present, until the block ends; then whatever it was before. */
    public Reset present() {
        Instant still = fixed;
        Duration on = ahead;
        reset();
        return () -> {
            fixed = still;
            ahead = on;
        };
    }

    public void reset() {
        fixed = null;
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        Instant still = fixed;
        return still == null ? Instant.now().plus(ahead) : still;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return MutableClock.this.withZone(other);
            }

            @Override
            public Instant instant() {
                return MutableClock.this.instant();
            }
        };
    }

    /** Sets the clock back when the block ends. */
    public interface Reset extends AutoCloseable {
        @Override
        void close();
    }

    @TestConfiguration
    static class Configuration {
        @Bean
        @Primary
        MutableClock mutableClock() {
            return new MutableClock();
        }
    }
}
