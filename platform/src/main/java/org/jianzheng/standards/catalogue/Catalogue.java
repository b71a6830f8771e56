package org.jianzheng.standards.catalogue;

import jakarta.annotation.PreDestroy;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** What laboratories of the city test: the one reading of the folders {@code methods/<item>/}. Holds no state of cases. */
@Service
public class Catalogue {

    private static final String ENGLISH = "en";

    /** One a context, the last is asked; several only in tests. */
    private static final Deque<Catalogue> OPEN = new ConcurrentLinkedDeque<>();

    private final Map<String, TestItem> items = new LinkedHashMap<>();
    private final KeptFolders kept;

    /** @throws IllegalStateException naming the file and the line where a folder cannot be read */
    public Catalogue(MethodFolders folders, KeptFolders kept) {
        this.kept = kept;
        folders.read().forEach(item -> items.put(item.code(), item));
        // One without a database does not take the place of one that can read earlier folders.
        if (kept != null && kept.lasts()) {
            OPEN.addFirst(this);
        } else if (kept != null) {
            OPEN.addLast(this);
        }
    }

    @PreDestroy
    void close() {
        OPEN.remove(this);
    }

    /** The one of this process, for views and rows, which nothing is injected into; without a context that of the jar. */
    public static Catalogue current() {
        Catalogue opened = OPEN.peekFirst();
        return opened == null ? OfTheJar.CATALOGUE : opened;
    }

    /** Read when it is first needed. */
    private static final class OfTheJar {
        private static final Catalogue CATALOGUE = new Catalogue(MethodFolders.ofTheJar(), null);
    }

    /** In the order in which they are offered: the same everywhere. */
    public List<TestItem> items() {
        return List.copyOf(items.values());
    }

    public Optional<TestItem> find(String code) {
        return Optional.ofNullable(items.get(code));
    }

    /** @throws IllegalArgumentException for a code that no folder has: where people enter one, ask {@link #find} */
    public TestItem item(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No folder methods/" + code));
    }

    /**
     * The item as the folder says that a case was ordered under.
     *
     * @param sha256 of that folder; null of a case that is older than folders: the present one then
     * @throws org.jianzheng.kernel.RuleBroken where the folder is not to be had, or is not what its hash says
     */
    public TestItem ordered(String code, String sha256) {
        TestItem present = items.get(code);
        if (sha256 == null || present != null && present.sha256().equals(sha256)) {
            return item(code);
        }
        if (kept == null) {
            throw new IllegalStateException("Folders of earlier versions are kept in the database");
        }
        return kept.item(code, sha256).printedAs(item(code));
    }

    /** Of that family, the first where several share one. */
    public TestItem family(String family) {
        return items.values().stream()
                .filter(item -> item.family().equals(family))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No item of family " + family));
    }

    /** Its Chinese name; the code where nobody knows it. */
    public String label(String code) {
        return find(code).map(TestItem::label).orElse(code);
    }

    /** The evaluation that a program knows its test by; the code where nobody knows it. */
    public String method(String code) {
        return find(code).map(TestItem::method).orElse(code);
    }

    /** Its name in the language of the page. */
    public String shown(String code) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals(ENGLISH);
        return find(code)
                .map(item -> english ? item.name().en() : item.name().zh())
                .orElse(code);
    }
}
