package org.jianzheng.notice.delivery;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.notice.carrier.Carried;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits, at least once each. Nothing waits for the other side: a service that is slow has so many of its own messages
 * under way and no more, and those to others go past it.
 */
@Component
class Deliveries {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    private static final int AT_ONCE = 100;
    private static final int MOST_OF_LANE = 32;
    private static final int THREADS = 8;
    /** Longer than anything that sends may take; then another node may try. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 8;
    /** Then it is no news any more; the notice stays on its reader's page. */
    private static final Duration GIVEN_UP = Duration.ofDays(3);

    private final DeliveryStore store;
    private final AddressStore addresses;
    private final AccountCheck accounts;
    private final Carriers carriers;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "notice-delivery");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    Deliveries(
            DeliveryStore store,
            AddressStore addresses,
            AccountCheck accounts,
            Carriers carriers,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.addresses = addresses;
        this.accounts = accounts;
        this.carriers = carriers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** Looks for what is due every other second: an index answers. */
    @Scheduled(fixedDelayString = "${jianzheng.notice.every:PT2S}")
    void round() {
        if (!carriers.on().isEmpty()) {
            start();
        }
    }

    /** @return done once all that this round took up has been answered */
    CompletableFuture<Void> start() {
        List<String> busy = underWay.entrySet().stream()
                .filter(lane -> lane.getValue() >= MOST_OF_LANE)
                .map(Map.Entry::getKey)
                .toList();
        List<Parcel> taken = transaction.execute(status -> store.take(busy, AT_ONCE, CityTime.now(clock), LEASE));
        return CompletableFuture.allOf(
                taken == null
                        ? new CompletableFuture<?>[0]
                        : taken.stream().map(this::deliver).toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> deliver(Parcel parcel) {
        underWay.merge(parcel.lane(), 1, Integer::sum);
        return CompletableFuture.supplyAsync(() -> send(parcel), threads)
                .thenCompose(sent -> sent)
                .orTimeout(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .handle((carried, fault) -> fault == null ? carried : Carried.later(said(fault)))
                .thenAcceptAsync(carried -> record(parcel, carried), threads)
                .whenComplete((done, fault) -> {
                    underWay.merge(parcel.lane(), -1, (before, less) -> before + less == 0 ? null : before + less);
                    if (fault != null) {
                        log.warn("What became of message {} is not known; it is sent again", parcel.noticeId(), fault);
                    }
                });
    }

    private CompletableFuture<Carried> send(Parcel parcel) {
        return accounts.mayHave(parcel)
                ? carriers.send(parcel)
                : CompletableFuture.completedFuture(Carried.refused("the account is of another group now"));
    }

    private static String said(Throwable fault) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }

    private void record(Parcel parcel, Carried carried) {
        Instant now = CityTime.now(clock);
        transaction.executeWithoutResult(status -> {
            switch (carried.fate()) {
                case SENT -> store.ended(parcel, "SENT", null, now);
                case REFUSED -> giveUp(parcel, carried, now);
                case GONE -> addresses.remove(parcel.address().id());
                case LATER -> later(parcel, carried, now);
                default -> throw new IllegalStateException(carried.fate().name());
            }
        });
    }

    private void later(Parcel parcel, Carried carried, Instant now) {
        if (now.isAfter(parcel.saidAt().plus(GIVEN_UP))) {
            giveUp(parcel, carried, now);
            return;
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(parcel.attempts() - 1, DOUBLINGS));
        wait = wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
        boolean asked = carried.after() != null && carried.after().compareTo(wait) > 0;
        log.info("Message {} by {} has to wait: {}", parcel.noticeId(), parcel.lane(), carried.error());
        store.later(parcel, carried.error(), now.plus(asked ? carried.after() : wait));
    }

    private void giveUp(Parcel parcel, Carried carried, Instant now) {
        log.warn("Message {} by {} is given up: {}", parcel.noticeId(), parcel.lane(), carried.error());
        store.ended(parcel, "GIVEN_UP", carried.error(), now);
    }
}
