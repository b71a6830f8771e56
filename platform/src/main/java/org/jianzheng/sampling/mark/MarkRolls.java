package org.jianzheng.sampling.mark;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.number.Numbers;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.registry.Project;
import org.jianzheng.registry.Projects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rolls and sheets of marks: ordered for a project by a sampler of its contractor, printed by those samplers alone, void when
 * they are lost. The number of a roll names neither: it stands on specimens that are tested blind.
 */
@Service
@Transactional
public class MarkRolls {

    public static final int MOST = 480;

    private static final String NUMBER_KIND = "BQ";
    private static final String CITY = "JZ";
    private static final int MOST_BLANK = 3000;
    private static final int LONGEST_REASON = 200;
    private static final String ROLL_NO = "roll_no";

    private final RollReader rolls;
    private final MarkMaker maker;
    private final Projects projects;
    private final OfficialRows official;
    private final Numbers numbers;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    MarkRolls(
            RollReader rolls,
            MarkMaker maker,
            Projects projects,
            OfficialRows official,
            Numbers numbers,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.rolls = rolls;
        this.maker = maker;
        this.projects = projects;
        this.official = official;
        this.numbers = numbers;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** Rolls the acting person may know of, the newest first. @param project its code, or empty for any */
    @Transactional(readOnly = true)
    public Paged<RollView> list(String project, int page, int size) {
        return rolls.list(identity.scope(), project, page, size);
    }

    @Transactional(readOnly = true)
    public RollView.Story story(String rollNo) {
        return new RollView.Story(seen(rollNo), rolls.labels(rollNo), rolls.printings(rollNo), rolls.losses(rollNo));
    }

    /** Those of the marks that are of rolls; whoever asks. */
    @Transactional(readOnly = true)
    public Map<String, RollMark> marks(Collection<String> marks) {
        return rolls.marks(marks);
    }

    /** The same where they are about to be bound: nobody else binds any of them until the caller's transaction ends. */
    public Map<String, RollMark> marksToBind(Collection<String> marks) {
        rolls.lock(marks);
        return rolls.marks(marks);
    }

    /** Whether the acting person orders and prints marks at all. */
    public boolean mayOrder() {
        return contractor().isPresent();
    }

    /** Projects the acting person may order marks for. */
    @Transactional(readOnly = true)
    public List<Project> projects() {
        return contractor()
                .map(code -> projects.runningOf("contractors/" + code))
                .orElse(List.of());
    }

    /** @return the number of the roll */
    public String order(Map<String, ?> typed) {
        FormValues form = new FormValues(typed);
        Person sampler = identity.acting();
        String contractor = contractor().orElseThrow(() -> new RuleBroken("sampling.roll.notSampler"));
        String project = form.required("project");
        if (projects().stream().noneMatch(each -> each.code().equals(project))) {
            throw RuleBroken.at("project", "sampling.roll.project", project);
        }
        int size = form.integer("size").orElseThrow(() -> RuleBroken.at("size", "sampling.roll.size", MOST));
        if (size < 1 || size > MOST) {
            throw RuleBroken.at("size", "sampling.roll.size", MOST);
        }
        String rollNo = numbers.allocate(NUMBER_KIND, CITY);
        // Under the lock of the series: two orders at once do not both get beneath the limit.
        int blank = rolls.blank(project, contractor);
        if (blank + size > MOST_BLANK) {
            throw RuleBroken.at("size", "sampling.roll.enough", blank, MOST_BLANK);
        }
        Instant now = CityTime.now(clock);
        official.insert(
                subject(rollNo),
                "sampling_roll",
                "roll_no, project_code, contractor_code, size, ordered_at, ordered_by, ordered_name",
                rollNo,
                project,
                contractor,
                size,
                CityTime.utc(now),
                sampler.username(),
                sampler.name());
        official.insertAll(
                subject(rollNo),
                "sampling_roll_mark",
                "mark, roll_no, position",
                IntStream.rangeClosed(1, size)
                        .mapToObj(position -> new Object[] {maker.make(), rollNo, position})
                        .toList());
        append("roll.ordered", rollNo, null, Map.of("project", project, "contractor", contractor, "size", size));
        return rollNo;
    }

    /**
     * Counts a printing. Marks that are on specimens, or void, are not printed again: a second label would be a second specimen.
     *
     * @return the labels to print
     */
    public List<RollView.Label> print(String rollNo, Map<String, ?> typed) {
        RollView roll = own(rollNo);
        requireStanding(roll);
        FormValues form = new FormValues(typed);
        RollLayout layout = RollLayout.of(form.text("layout"));
        String reason = roll.printings() == 0 ? null : form.required("reason", LONGEST_REASON);
        List<RollView.Label> blank =
                rolls.labels(rollNo).stream().filter(RollView.Label::blank).toList();
        if (blank.isEmpty()) {
            throw new RuleBroken("sampling.roll.nothingToPrint", rollNo);
        }
        int number = roll.printings() + 1;
        write(
                rollNo,
                "sampling_roll_print",
                "roll_no, number, printed_at, printed_by, printed_name, layout, labels, reason",
                rollNo,
                number,
                CityTime.utc(CityTime.now(clock)),
                identity.acting().username(),
                identity.acting().name(),
                layout.name(),
                blank.size(),
                reason);
        append(
                number == 1 ? "roll.printed" : "roll.reprinted",
                rollNo,
                reason,
                Map.of("number", number, "layout", layout.name(), "labels", blank.size()));
        return blank;
    }

    /**
     * From now on none of its blank marks may be bound; what is on a specimen keeps its story.
     *
     * @param position of the one mark that is lost, or 0 for the roll as a whole
     */
    public void lose(String rollNo, int position, String why) {
        RollView roll = own(rollNo);
        requireStanding(roll);
        String reason = FormValues.reason(why, LONGEST_REASON);
        rolls.lock(rolls.labels(rollNo).stream().map(RollView.Label::mark).toList());
        if (position != 0) {
            requireBlank(rollNo, position);
        }
        write(
                rollNo,
                "sampling_roll_void",
                "roll_no, position, voided_at, voided_by, voided_name, reason",
                rollNo,
                position,
                CityTime.utc(CityTime.now(clock)),
                identity.acting().username(),
                identity.acting().name(),
                reason);
        append(position == 0 ? "roll.voided" : "roll.markVoided", rollNo, reason, Map.of("position", position));
    }

    private void requireBlank(String rollNo, int position) {
        RollView.Label label = rolls.labels(rollNo).stream()
                .filter(each -> each.position() == position)
                .findFirst()
                .orElseThrow(() -> RuleBroken.at("position", "sampling.roll.position", rollNo, position));
        if (label.bound()) {
            throw RuleBroken.at("position", "sampling.roll.markBound", position);
        }
        if (label.voided() != null) {
            throw RuleBroken.at("position", "sampling.roll.markVoid", position, label.voided());
        }
    }

    private static void requireStanding(RollView roll) {
        if (roll.voided() != null) {
            throw new RuleBroken("sampling.roll.void", roll.rollNo(), roll.voided());
        }
    }

    // Two at the same moment: the second finds the place taken.
    private void write(String rollNo, String table, String columns, Object... values) {
        try {
            official.insert(subject(rollNo), table, columns, values);
        } catch (DuplicateKeyException taken) {
            throw new RuleBroken("sampling.roll.atOnce", rollNo);
        }
    }

    private RollView own(String rollNo) {
        RollView roll = seen(rollNo);
        if (contractor().filter(roll.contractorCode()::equals).isEmpty()) {
            throw new RuleBroken("sampling.roll.notSampler");
        }
        official.requireIntact("sampling_roll", Map.of(ROLL_NO, rollNo));
        return roll;
    }

    private RollView seen(String rollNo) {
        Scope scope = identity.scope();
        return rolls.find(rollNo)
                .filter(roll -> scope.kind() == Scope.Kind.ALL
                        || scope.kind() == Scope.Kind.CONTRACTOR && scope.code().equals(roll.contractorCode()))
                .orElseThrow(() -> new NotFound("sampling.roll.unknown", rollNo));
    }

    private Optional<String> contractor() {
        Scope scope = identity.scope();
        boolean sampler = identity.acting().has(Role.SAMPLER) && scope.kind() == Scope.Kind.CONTRACTOR;
        return sampler ? Optional.of(scope.code()) : Optional.empty();
    }

    private void append(String action, String rollNo, String reason, Map<String, ?> content) {
        Map<String, Object> whole = new LinkedHashMap<>(content);
        whole.put("rollNo", rollNo);
        ledger.append(new Ledger.Fact(null, action, subject(rollNo), null, reason, whole));
    }

    private static String subject(String rollNo) {
        return "roll:" + rollNo;
    }
}
