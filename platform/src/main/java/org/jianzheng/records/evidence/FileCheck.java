package org.jianzheng.records.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jianzheng.records.ledger.LedgerFiles;
import org.jianzheng.records.nightly.NightlyCheck;
import org.springframework.stereotype.Component;

/** Reads every evidence file again: are the bytes on the disk the ones that its name stands for? */
@Component
public class FileCheck implements NightlyCheck {

    private static final long BYTES = 64L << 20;

    private final EvidenceFiles files;
    private final LedgerFiles named;

    FileCheck(EvidenceFiles files, LedgerFiles named) {
        this.files = files;
        this.named = named;
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public Page read(String after, int most) {
        List<EvidenceFiles.Stored> page = files.reread(after, most, BYTES);
        if (page.isEmpty()) {
            return Page.empty();
        }
        List<Mismatch> found = new ArrayList<>();
        page.stream().filter(one -> one.state() != null).forEach(one -> found.addAll(about(one)));
        String first = page.get(0).sha256();
        String last = page.get(page.size() - 1).sha256();
        return new Page(page.size(), first, last, false, found);
    }

    private List<Mismatch> about(EvidenceFiles.Stored file) {
        List<Mismatch> subjects = named.subjects(file.sha256()).stream()
                .map(subject -> new Mismatch(subject, file.sha256(), file.state()))
                .toList();
        return subjects.isEmpty() ? List.of(new Mismatch(null, file.sha256(), file.state())) : subjects;
    }
}
