package org.jianzheng.qualification.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Names;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.Paged;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registries of cameras, contracts and organisations to look through; what belongs to a house only for that house. */
@Service
public class Registers {

    private final Shelf shelf;
    private final Readable readable;
    private final Identity identity;
    private final Names names;

    Registers(Shelf shelf, Readable readable, Identity identity, Names names) {
        this.shelf = shelf;
        this.readable = readable;
        this.identity = identity;
        this.names = names;
    }

    /** One row, field by field. */
    public record Row(List<Change.Value> values) {}

    @Transactional(readOnly = true)
    public Paged<Row> list(Kind kind, String search, int page, int size) {
        Scope scope = identity.scope();
        boolean everybodys = kind.houseKey().isEmpty() || scope.kind() == Scope.Kind.ALL;
        if (scope.kind() == Scope.Kind.NONE || (!everybodys && scope.kind() != Scope.Kind.LAB)) {
            return new Paged<>(List.of(), 0);
        }
        return shelf.page(kind, everybodys ? "%" : scope.code(), search, page, size)
                .map(entry -> row(kind, entry));
    }

    /** Keys of the columns, whose names are {@code registration.field.<key>}. */
    public List<String> columns(Kind kind) {
        List<String> columns = new ArrayList<>();
        if (!kind.houseKey().isEmpty()) {
            columns.add(kind.houseKey());
        }
        kind.fields().forEach(field -> columns.add(field.key()));
        return columns;
    }

    private Row row(Kind kind, Map<String, String> entry) {
        List<Change.Value> values = new ArrayList<>();
        if (!kind.houseKey().isEmpty()) {
            values.add(new Change.Value("", "", names.employer("labs/" + entry.get(kind.houseKey()))));
        }
        values.addAll(readable.values(kind, Map.of(), entry));
        return new Row(values);
    }
}
