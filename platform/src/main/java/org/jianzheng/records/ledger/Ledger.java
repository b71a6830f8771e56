package org.jianzheng.records.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.Paged;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The book of every official change: who, when, what, why, and a salted hash of the content. An entry is written in the
 * transaction of the change itself, so that neither is there without the other (clauses 4.1.7, 5.4.4). A committed entry
 * gets its place in the tree afterwards, see {@link Sequencer}.
 */
@Service
public class Ledger {

    private final LedgerStore store;
    private final LedgerProofs proofs;
    private final LedgerFiles files;
    private final Identity identity;

    Ledger(LedgerStore store, LedgerProofs proofs, LedgerFiles files, Identity identity) {
        this.store = store;
        this.proofs = proofs;
        this.files = files;
        this.identity = identity;
    }

    /** An entry's id before there is the entry: a report prints it, and is itself what the entry is about. */
    public UUID reserve() {
        return UUID.randomUUID();
    }

    /** Records the fact as done by the acting person, now, if the caller's transaction commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID append(Fact fact) {
        UUID id = fact.id() == null ? reserve() : fact.id();
        store.insert(fact.withId(id), identity.acting());
        files.index(id.toString(), fact.content());
        fact.subjects().forEach(RecordedSubjects::add);
        return id;
    }

    /** The entries of a case in the order they were made. Pages count from 0. */
    @Transactional(readOnly = true)
    public Paged<LedgerLine> ofCase(String caseId, int page, int size) {
        return store.ofCase(caseId, page, size);
    }

    /** Whether an entry that proves itself is about the subject, be it one that this transaction has just appended. */
    @Transactional(readOnly = true)
    public boolean knows(String subject) {
        return RecordedSubjects.contains(subject) || !provenOf(subject).isEmpty();
    }

    /**
     * What happened to a subject, in the order of the tree, what waits for its place last. Only entries that prove
     * themselves: one that was put in or changed past this door is left out here, and named by the nightly check.
     */
    @Transactional(readOnly = true)
    public List<LedgerLine> ofSubject(String subject) {
        return provenOf(subject).stream().map(Proven::line).toList();
    }

    /** The same with what was recorded. */
    @Transactional(readOnly = true)
    public List<Proven> provenOf(String subject) {
        return store.ofSubject(subject).stream()
                .filter(told -> proofs.stands(told.entry()))
                .map(Ledger::proven)
                .toList();
    }

    /** The same if all entries that name the subject prove themselves, content and all: else nobody knows what became of it. */
    @Transactional(readOnly = true)
    public Optional<List<Proven>> wholeOf(String subject) {
        List<ToldEntry> all = store.ofSubject(subject);
        return all.stream().allMatch(this::isProven)
                ? Optional.of(all.stream().map(Ledger::proven).toList())
                : Optional.empty();
    }

    /** What was recorded, if the entry proves itself and its content still has the hash that the entry gives. */
    @Transactional(readOnly = true)
    public Optional<Map<String, Object>> provenContent(UUID id) {
        return store.find(id).filter(this::isProven).map(ToldEntry::facts);
    }

    private boolean isProven(ToldEntry told) {
        return proofs.stands(told.entry()) && told.contentIntact();
    }

    private static Proven proven(ToldEntry told) {
        return new Proven(told.entry().line(), told.contentIntact() ? told.facts() : Map.of());
    }

    @Transactional(readOnly = true)
    public Optional<LedgerLine> find(UUID id) {
        return store.find(id).map(told -> told.entry().line());
    }

    /** What was recorded, as it was put in; numbers as strings. Empty where there is no such entry. */
    @Transactional(readOnly = true)
    public Map<String, Object> content(UUID id) {
        return store.find(id).map(ToldEntry::facts).orElse(Map.of());
    }

    /** Proves that the entry is part of the latest signed checkpoint; empty until the entry has its place. */
    @Transactional(readOnly = true)
    public Optional<InclusionProof> proof(UUID id) {
        return proofs.proof(id);
    }

    /**
     * An entry that proves itself.
     *
     * @param content what was recorded; empty where it no longer has the hash that the entry gives
     */
    public record Proven(LedgerLine line, Map<String, Object> content) {}

    /**
     * Something official that happened.
     *
     * @param id reserved beforehand, or null
     * @param action what happened, {@code sample.received}; people read the message {@code ledger.<action>} of its module
     * @param subject what it happened to, {@code sample:BJ01-YP-2026-00001}
     * @param caseId the case it belongs to, or null
     * @param reason why, or null where the action says it
     * @param content everything that was set, in simple values; goes into the hash
     */
    public record Fact(UUID id, String action, String subject, String caseId, String reason, Map<String, ?> content) {

        private static final String ALSO = "alsoAbout";

        public Fact {
            content = new LinkedHashMap<>(content);
        }

        public static Fact of(String action, String subject, String caseId, Map<String, ?> content) {
            return new Fact(null, action, subject, caseId, null, content);
        }

        /** Speaks for a change of this official record as well: a raw record for its order, which waits for it no longer. */
        public Fact alsoAbout(String other) {
            Map<String, Object> more = new LinkedHashMap<>(content);
            more.put(ALSO, other);
            return new Fact(id, action, subject, caseId, reason, more);
        }

        private List<String> subjects() {
            return content.get(ALSO) instanceof String other ? List.of(subject, other) : List.of(subject);
        }

        public Fact withId(UUID id) {
            return new Fact(id, action, subject, caseId, reason, content);
        }

        public Fact because(String reason) {
            return new Fact(id, action, subject, caseId, reason, content);
        }
    }
}
