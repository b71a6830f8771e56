package org.jianzheng.registration.excel;

import java.util.Optional;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registration.entry.EntryField;

/** What a spreadsheet keeps of a cell may be other than what somebody typed and sees: then it is not taken. */
final class CellRules {

    private CellRules() {}

    /** @param field null for a column that is no field */
    static Optional<RuleBroken> broken(SheetCell cell, EntryField field, String address) {
        return Optional.ofNullable(
                switch (cell.kind()) {
                    case TEXT -> null;
                    case FORMULA -> new RuleBroken("registration.import.formula", address);
                    case FAULT -> new RuleBroken("registration.import.fault", cell.text());
                    case LOGICAL -> new RuleBroken("registration.import.logical", address, cell.text());
                    case ROUNDED ->
                        isId(field)
                                ? new RuleBroken("registration.import.idAsNumber")
                                : new RuleBroken("registration.import.rounded", address);
                    case PERCENT -> new RuleBroken("registration.import.percent", address, cell.shown(), cell.text());
                    case DATE ->
                        field != null && field.type() != EntryField.Type.DATE
                                ? new RuleBroken("registration.import.date", address, cell.text())
                                : null;
                    case NUMBER -> number(cell, field, address);
                });
    }

    private static RuleBroken number(SheetCell cell, EntryField field, String address) {
        if (isId(field)) {
            return new RuleBroken("registration.import.idAsNumber");
        }
        boolean figure =
                field != null && (field.type() == EntryField.Type.DECIMAL || field.type() == EntryField.Type.WHOLE);
        return figure || cell.shown().equals(cell.text())
                ? null
                : new RuleBroken("registration.import.shown", address, cell.shown(), cell.text());
    }

    private static boolean isId(EntryField field) {
        return field != null && field.type() == EntryField.Type.ID_NUMBER;
    }
}
