package org.jianzheng.environment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ChineseText;
import org.jianzheng.warning.NewWarning;
import org.jianzheng.warning.WarningSeverity;
import org.jianzheng.warning.Warnings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at every open room once a minute: outside its limits for half an hour, or without a reading for as long as the room
 * allows. Each such time is warned of once, with the samples that lay there.
 */
@Component
class RoomWatch {

    private static final Logger log = LoggerFactory.getLogger(RoomWatch.class);

    /** A door that somebody leaves open for a while is none. */
    private static final Duration EXCURSION = Duration.ofMinutes(30);

    /** A sensor that was cut off sends what it kept all at once. */
    private static final Duration LOOKED_BACK = Duration.ofHours(2);

    private static final int NAMED = 20;

    /** Who lies there is a walk through all open work: looked at again now and then, not every minute that a gap lasts. */
    private static final Duration LOOKED_AT_AGAIN = Duration.ofMinutes(30);

    private static final int MOST_REMEMBERED = 10_000;

    private final RoomStore rooms;
    private final ReadingStore readings;
    private final StoredSamples stored;
    private final Warnings warnings;
    private final ChineseText texts;
    private final Identity identity;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Cache<String, Boolean> looked = Caffeine.newBuilder()
            .expireAfterWrite(LOOKED_AT_AGAIN)
            .maximumSize(MOST_REMEMBERED)
            .build();

    RoomWatch(
            RoomStore rooms,
            ReadingStore readings,
            StoredSamples stored,
            Warnings warnings,
            ChineseText texts,
            Identity identity,
            TransactionTemplate transaction,
            Clock clock) {
        this.rooms = rooms;
        this.readings = readings;
        this.stored = stored;
        this.warnings = warnings;
        this.texts = texts;
        this.identity = identity;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void run() {
        rooms.findByClosedAtIsNullOrderByLabCodeAscNameAsc().stream()
                .map(Room::view)
                .forEach(this::tryToLook);
    }

    private void tryToLook(RoomView room) {
        try {
            identity.as(Person.SYSTEM, () -> {
                transaction.executeWithoutResult(status -> look(room));
                return null;
            });
        } catch (RuntimeException e) {
            looked.invalidateAll();
            log.warn("Room {} of {} is looked at again later: {}", room.name(), room.labCode(), e.toString());
        }
    }

    void look(RoomView room) {
        Instant now = CityTime.now(clock);
        // One that never had a sensor is no gap: its laboratory types what it reads off.
        readings.last(room.id())
                .filter(last ->
                        last.at().plus(Duration.ofMinutes(room.gapMinutes())).isBefore(now))
                .ifPresent(last -> raise(room, "gap", last.at(), room.gapMinutes(), CityTime.minute(last.at())));
        readings.excursions(room.id(), now.minus(LOOKED_BACK)).stream()
                .filter(excursion -> excursion.lasts(EXCURSION))
                .forEach(excursion -> raise(
                        room,
                        "excursion",
                        excursion.afterInside() == null ? Instant.EPOCH : excursion.afterInside(),
                        excursion.temperaturesC(),
                        excursion.humiditiesPercent(),
                        room.kind().limits().text(),
                        CityTime.minute(excursion.first())));
    }

    private void raise(RoomView room, String what, Instant since, Object... figures) {
        String rule = "environment." + what;
        String key = "room:" + room.id() + ":" + what + ":" + since.toEpochMilli();
        if (looked.getIfPresent(key) != null) {
            return;
        }
        List<StoredSample> lying =
                stored.in(room.labCode(), room.name(), room.kind().limits().serves());
        Map<String, String> evidence = new LinkedHashMap<>();
        evidence.put("room", room.name());
        evidence.put("since", since.toString());
        evidence.put("samples", String.valueOf(lying.size()));
        evidence.put(
                "sampleNos",
                lying.stream().limit(NAMED).map(StoredSample::sampleNo).collect(Collectors.joining("、")));
        Object[] arguments = new Object[figures.length + 2];
        arguments[0] = room.name();
        arguments[1] = lying.size();
        System.arraycopy(figures, 0, arguments, 2, figures.length);
        String id = warnings.raise(new NewWarning(
                key,
                rule,
                new NewWarning.Subject("room", room.id(), "/rooms/" + room.id()),
                room.labCode(),
                null,
                WarningSeverity.WARN,
                texts.text(rule, arguments),
                evidence));
        // Also those that were laid there since: the same warning names them.
        lying.forEach(sample -> readings.affect(id, sample, room.id(), CityTime.now(clock)));
        looked.put(key, true);
    }
}
