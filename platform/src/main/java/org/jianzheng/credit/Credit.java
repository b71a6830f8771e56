package org.jianzheng.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.identity.CaseVisibility;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.registry.Lab;
import org.jianzheng.registry.Registry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Credit of houses. Points come from recorded events alone, see {@link CreditIntake}: there is no method here that takes any.
 * A house sees its own credit, the station everybody's; grades of laboratories are for anybody.
 */
@Service
@Transactional
public class Credit implements CaseVisibility {

    private final CreditEntries entries;
    private final EntryProceedings proceedings;
    private final CreditGrades grades;
    private final Registry registry;
    private final DisplayNames names;
    private final Identity identity;
    private final Clock clock;

    Credit(
            CreditEntries entries,
            EntryProceedings proceedings,
            CreditGrades grades,
            Registry registry,
            DisplayNames names,
            Identity identity,
            Clock clock) {
        this.entries = entries;
        this.proceedings = proceedings;
        this.grades = grades;
        this.registry = registry;
        this.names = names;
        this.identity = identity;
        this.clock = clock;
    }

    /** Tells the house. Answers the entry's state. */
    public String tell(String id) {
        CreditEntry entry = entry(id);
        proceedings.tell(entry);
        return entry.state().name();
    }

    /** The house's answer. Answers EFFECTIVE or APPEALED. */
    public String answer(String id, Map<String, ?> form) {
        CreditEntry entry = entry(id);
        proceedings.answer(entry, new FormValues(form));
        return entry.state().name();
    }

    /** The term for an appeal is over. Answers EFFECTIVE, or DISMISSED where the entry was taken back. */
    public String silence(String id) {
        CreditEntry entry = entry(id);
        proceedings.silence(entry);
        return entry.state().name();
    }

    /** The station's decision on the appeal. Answers EFFECTIVE or DISMISSED. */
    public String decide(String id, Map<String, ?> form) {
        CreditEntry entry = entry(id);
        proceedings.decide(entry, new FormValues(form));
        return entry.state().name();
    }

    /** The station did not decide in time. */
    public void lapse(String id) {
        proceedings.lapse(entry(id));
    }

    /** The entry's term is over. Answers EXPIRED, or DISMISSED where it was taken back before. */
    public String expire(String id) {
        CreditEntry entry = entry(id);
        proceedings.expire(entry);
        return entry.state().name();
    }

    /** @return when the house can no longer appeal, ISO 8601 */
    @Transactional(readOnly = true)
    public String appealUntil(String id) {
        return entry(id).appealUntil().toString();
    }

    @Transactional(readOnly = true)
    public String decideUntil(String id) {
        return entry(id).decideUntil().toString();
    }

    @Transactional(readOnly = true)
    public String termEnds(String id) {
        return EntryProceedings.termEnds(entry(id));
    }

    @Transactional(readOnly = true)
    public Map<String, Object> sheet(String id) {
        return proceedings.sheet(entry(id));
    }

    /** @throws NotFound for entries of other houses too */
    @Transactional(readOnly = true)
    public CreditEntryView find(String id) {
        CreditEntry found = entries.findById(id)
                .filter(entry -> mine(entry.house()))
                .orElseThrow(() -> new NotFound("credit.entry.unknown"));
        return found.view(names.employer(found.house().path()));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean visible(String caseId) {
        return entries.findById(caseId).filter(entry -> mine(entry.house())).isPresent();
    }

    @Override
    public String page(String caseId) {
        return "/credit/entries/" + caseId;
    }

    /**
     * The house's credit on that day, line by line.
     *
     * @param house group path, {@code labs/BJ01}
     * @throws NotFound for houses the acting person may not look into
     */
    @Transactional(readOnly = true)
    public CreditScoreView score(String house, LocalDate day) {
        var asked = new Employer(house);
        if (!mine(asked) || !known(asked)) {
            throw new NotFound("credit.house.unknown", house);
        }
        List<CreditEntry> all = entries.findByHouseOrderByRecordedAtDesc(house);
        CreditScore score = score(all, day);
        return CreditScoreView.of(score, grades.on(day), all, house, names.employer(house));
    }

    /**
     * Today's standing of the houses the acting person may look into, worst first.
     *
     * @param search part of a name or code; blank for all
     */
    @Transactional(readOnly = true)
    public Paged<CreditStanding> standings(String search, int page, int size) {
        var houses = new TreeSet<>(entries.houses());
        registry.labs().forEach(lab -> houses.add("labs/" + lab.code()));
        List<CreditStanding> found = standings(houses.stream().filter(house -> mine(new Employer(house)))).stream()
                .filter(standing -> standing.isCalled(search))
                .sorted(Comparator.comparing(CreditStanding::points).thenComparing(CreditStanding::house))
                .toList();
        int from = (int) Math.min(found.size(), (long) page * size);
        return new Paged<>(found.subList(from, Math.min(found.size(), from + size)), found.size());
    }

    /** The grades of all laboratories today, for anybody: no points, no entries, no people. */
    @Transactional(readOnly = true)
    public List<PublicGrade> publicGrades() {
        return standings(registry.labs().stream().map(Lab::code).map("labs/"::concat)).stream()
                .map(standing -> new PublicGrade(standing.code(), standing.name(), standing.grade()))
                .sorted(Comparator.comparing(PublicGrade::code))
                .toList();
    }

    /** Which points make which grade today. */
    public List<CreditScoreView.BandView> bands() {
        return CreditScoreView.bands(grades.on(CityTime.today(clock)));
    }

    /** The path of the house the acting person belongs to, where it is the only one they may look into. */
    public String ownHouse() {
        return identity.scope().kind() == Scope.Kind.ALL
                ? ""
                : identity.acting().employer().orElse("");
    }

    private List<CreditStanding> standings(Stream<String> houses) {
        List<String> paths = houses.toList();
        LocalDate today = CityTime.today(clock);
        registry.names(Set.copyOf(paths)); // all in one query
        // What has expired or was taken back does not count today.
        Map<String, List<CreditEntry>> byHouse = entries.findByStateIn(CreditEntryState.OPEN).stream()
                .collect(Collectors.groupingBy(entry -> entry.house().path()));
        return paths.stream()
                .map(path -> {
                    List<CreditEntry> own = byHouse.getOrDefault(path, List.of());
                    return CreditStanding.of(path, names.employer(path), score(own, today), own);
                })
                .toList();
    }

    private CreditScore score(List<CreditEntry> all, LocalDate day) {
        return CreditScore.of(all.stream().map(CreditEntry::weight).toList(), day, grades.on(day));
    }

    private boolean known(Employer house) {
        return registry.labs().stream().anyMatch(lab -> house.path().equals("labs/" + lab.code()))
                || entries.houses().contains(house.path());
    }

    private boolean mine(Employer house) {
        return identity.scope().kind() == Scope.Kind.ALL
                || identity.acting().employer().filter(house.path()::equals).isPresent();
    }

    private CreditEntry entry(String id) {
        return entries.findById(id).orElseThrow(() -> new NotFound("credit.entry.unknown"));
    }
}
