package org.jianzheng.registration.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.Paged;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.entry.EntryWords;
import org.jianzheng.registration.entry.RegistryChange;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registries of cameras, contracts and organisations to look through; what belongs to a house only for that house. */
@Service
public class RegisterLists {

    private final RegistryRows registryRows;
    private final EntryWords entryWords;
    private final Identity identity;
    private final DisplayNames names;

    RegisterLists(RegistryRows registryRows, EntryWords entryWords, Identity identity, DisplayNames names) {
        this.registryRows = registryRows;
        this.entryWords = entryWords;
        this.identity = identity;
        this.names = names;
    }

    /** One row, field by field. */
    public record Row(List<RegistryChange.Value> values) {}

    @Transactional(readOnly = true)
    public Paged<Row> list(EntryKind kind, String search, int page, int size) {
        Scope scope = identity.scope();
        boolean everybodys = kind.houseKey().isEmpty() || scope.kind() == Scope.Kind.ALL;
        if (scope.kind() == Scope.Kind.NONE || (!everybodys && scope.kind() != Scope.Kind.LAB)) {
            return new Paged<>(List.of(), 0);
        }
        return registryRows
                .page(kind, everybodys ? "%" : scope.code(), search, page, size)
                .map(entry -> row(kind, entry));
    }

    /** Keys of the columns, whose names are {@code registration.field.<key>}. */
    public List<String> columns(EntryKind kind) {
        List<String> columns = new ArrayList<>();
        if (!kind.houseKey().isEmpty()) {
            columns.add(kind.houseKey());
        }
        kind.fields().forEach(field -> columns.add(field.key()));
        return columns;
    }

    private Row row(EntryKind kind, Map<String, String> entry) {
        List<RegistryChange.Value> values = new ArrayList<>();
        if (!kind.houseKey().isEmpty()) {
            values.add(new RegistryChange.Value("", "", names.employer("labs/" + entry.get(kind.houseKey()))));
        }
        values.addAll(entryWords.values(kind, Map.of(), entry));
        return new Row(values);
    }
}
