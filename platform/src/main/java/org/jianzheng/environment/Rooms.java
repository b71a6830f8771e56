package org.jianzheng.environment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ChineseText;
import org.jianzheng.records.ReadOnce;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.warning.NewWarning;
import org.jianzheng.warning.WarningSeverity;
import org.jianzheng.warning.WarningView;
import org.jianzheng.warning.Warnings;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Door of the module: rooms of laboratories, and what was measured in them. A laboratory sees its own, the station all. */
@Service
@Transactional
public class Rooms {

    /** So far from a moment a reading still says what it was like then. */
    public static final Duration NEAR = Duration.ofMinutes(30);

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 500;
    private static final int USUAL_GAP = 30;
    private static final int LONGEST_GAP = 240;

    private final RoomStore rooms;
    private final ReadOnce<String, Optional<RoomView>> open;
    private final ReadingStore readings;
    private final Warnings warnings;
    private final ChineseText texts;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    Rooms(
            RoomStore rooms,
            ReadingStore readings,
            Warnings warnings,
            ChineseText texts,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.rooms = rooms;
        this.open = new ReadOnce<>(key -> rooms.findByOpenKey(key).map(Room::view));
        this.readings = readings;
        this.warnings = warnings;
        this.texts = texts;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** A room with what was measured there last; null where nothing was. */
    public record Watched(RoomView room, Climate last) {}

    /** Open ones. */
    @Transactional(readOnly = true)
    public Paged<Watched> list(int page, int size) {
        Scope scope = identity.scope();
        PageRequest asked = PageRequest.of(page, size);
        Page<Room> seen =
                switch (scope.kind()) {
                    case ALL -> rooms.findByClosedAtIsNullOrderByLabCodeAscNameAsc(asked);
                    case LAB -> rooms.findByLabCodeAndClosedAtIsNullOrderByName(scope.code(), asked);
                    default -> Page.empty();
                };
        return new Paged<>(
                seen.stream()
                        .map(Room::view)
                        .map(room -> new Watched(room, readings.last(room.id()).orElse(null)))
                        .toList(),
                seen.getTotalElements());
    }

    public boolean seesAll() {
        return identity.scope().kind() == Scope.Kind.ALL;
    }

    /** @throws NotFound also for another laboratory's */
    @Transactional(readOnly = true)
    public RoomView room(String id) {
        return seen(id).view();
    }

    private Room seen(String id) {
        return rooms.findById(id)
                .filter(room -> identity.scope().seesLab(room.labCode()))
                .orElseThrow(() -> new NotFound("environment.room.unknown"));
    }

    /** The last day of it, in the order it was measured. */
    @Transactional(readOnly = true)
    public List<Climate> lastDay(String id) {
        Instant now = clock.instant();
        return readings.between(seen(id).id(), now.minus(Duration.ofDays(1)), now.plus(NEAR));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Paged<Climate> readings(String id, int page, int size) {
        return readings.page(seen(id).id(), page, size);
    }

    /** Whether the acting person registers rooms of their laboratory. */
    public boolean mayRegister() {
        return identity.acting().has(Role.LABADMIN) && identity.acting().lab().isPresent();
    }

    /** A room of the acting administrator's laboratory, named as the entries of its equipment name it. */
    public String register(Map<String, ?> form) {
        Person by = identity.acting();
        if (!mayRegister()) {
            throw new RuleBroken("environment.room.labadmin");
        }
        FormValues values = new FormValues(form);
        String name = values.required("name", LONGEST_NAME);
        RoomKind kind = RoomKind.valueOf(values.choice(
                "kind", Arrays.stream(RoomKind.values()).map(Enum::name).toArray(String[]::new)));
        int gap = values.integer("gapMinutes").orElse(USUAL_GAP);
        if (gap < 1 || gap > LONGEST_GAP) {
            throw RuleBroken.at("gapMinutes", "environment.room.gapMinutes", LONGEST_GAP);
        }
        Room room = new Room(by.lab().orElseThrow(), name, kind, gap, by, CityTime.now(clock));
        try {
            rooms.saveAndFlush(room);
        } catch (DataIntegrityViolationException twice) {
            throw RuleBroken.at("name", "environment.room.twice", name);
        }
        record(room, "room.registered", null, Map.of("name", name, "kind", kind.name(), "gapMinutes", gap));
        return room.id();
    }

    /** It is watched no longer; what was measured stays. */
    public void close(String id, String reason) {
        Room room = seen(id);
        Person by = identity.acting();
        if (!mayRegister() || !by.lab().orElseThrow().equals(room.labCode())) {
            throw new RuleBroken("environment.room.labadmin");
        }
        String why = FormValues.reason(reason, LONGEST_REASON);
        room.close(why, by, CityTime.now(clock));
        record(room, "room.closed", why, Map.of());
        // From now on its climate is typed, which somebody outside the laboratory should know.
        warnings.raise(new NewWarning(
                room.ledgerSubject() + ":closed",
                "environment.watchClosed",
                new NewWarning.Subject("room", id, "/rooms/" + id),
                room.labCode(),
                null,
                WarningSeverity.WARN,
                texts.text("environment.watchClosed", room.view().name(), by.name(), why),
                Map.of("room", room.view().name(), "reason", why)));
    }

    private void record(Room room, String action, String reason, Map<String, ?> content) {
        open.forget();
        ledger.append(new Ledger.Fact(null, action, room.ledgerSubject(), null, reason, content));
    }

    /** Whether sensors have measured in a laboratory's room of that name. */
    @Transactional(readOnly = true)
    public boolean isWatched(String labCode, String name) {
        return open(labCode, name).flatMap(room -> readings.last(room.id())).isPresent();
    }

    /** What was measured there around a time, that nearest to its begin first. */
    @Transactional(readOnly = true)
    public List<Climate> during(String labCode, String name, Instant from, Instant until) {
        return open(labCode, name)
                .map(room -> readings.between(room.id(), from.minus(NEAR), until.plus(NEAR)))
                .orElse(List.of())
                .stream()
                .sorted(Comparator.comparing(
                        one -> Duration.between(from, one.at()).abs()))
                .toList();
    }

    private Optional<RoomView> open(String labCode, String name) {
        return name == null ? Optional.empty() : open.of(Room.key(labCode, name));
    }

    /** Warnings of rooms in which the case's sample lay, for whoever may see the case. */
    @Transactional(readOnly = true)
    public List<WarningView> warningsOf(String caseId) {
        boolean mayKnow = seesAll() || identity.scope().kind() == Scope.Kind.LAB;
        return mayKnow
                ? readings.warningsOf(caseId).stream().map(warnings::find).toList()
                : List.of();
    }

    /** Numbers of the samples that lay in a room while it was warned of. */
    @Transactional(readOnly = true)
    public List<String> samplesOf(String warningId) {
        warnings.find(warningId);
        return readings.samplesOf(warningId);
    }
}
