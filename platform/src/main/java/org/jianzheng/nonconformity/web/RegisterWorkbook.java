package org.jianzheng.nonconformity.web;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jianzheng.nonconformity.register.RegisterLine;
import org.jianzheng.printing.ListWorkbook;
import org.jianzheng.printing.ListWorkbook.Column;

/** The register as an Excel workbook. */
final class RegisterWorkbook {

    private RegisterWorkbook() {}

    /** @param messages the text of a message's code */
    static ListWorkbook<RegisterLine> of(UnaryOperator<String> messages) {
        return new ListWorkbook<>(messages.apply("nonconformity.list.title"), head(messages, "no"), columns(messages));
    }

    private static String head(UnaryOperator<String> messages, String name) {
        return messages.apply("nonconformity.register." + name);
    }

    private record Named(String name, int width, Function<RegisterLine, Object> value) {}

    private static List<Column<RegisterLine>> columns(UnaryOperator<String> messages) {
        return Stream.of(
                        new Named("reportNo", 22, RegisterLine::reportNo),
                        new Named("lab", 26, one -> one.found().lab()),
                        new Named("project", 28, one -> one.found().project()),
                        new Named("place", 28, one -> one.found().place()),
                        new Named("sample", 20, one -> one.found().sample()),
                        new Named("parameters", 18, one -> one.found().parameters()),
                        new Named("required", 18, one -> one.found().required()),
                        new Named("measured", 18, one -> one.found().measured()),
                        new Named("represents", 12, one -> one.found().represents()),
                        new Named("foundAt", 17, one -> one.found().foundAt()),
                        new Named("reportedAt", 17, one -> one.told().reportedAt()),
                        new Named("notified", 28, one -> one.told().notified()),
                        new Named("notifiedAt", 17, one -> one.told().notifiedAt()),
                        new Named("retest", 30, one -> one.handling().retest()),
                        new Named("treatment", 14, one -> one.handling().treatment()),
                        new Named("finishedOn", 14, one -> one.handling().finishedOn()),
                        new Named("completedAt", 17, one -> one.handling().completedAt()),
                        new Named("checkedBy", 14, one -> one.handling().checkedBy()),
                        new Named("checkedAt", 17, one -> one.handling().checkedAt()),
                        new Named("closedBy", 14, one -> one.handling().closedBy()),
                        new Named("closedAt", 17, one -> one.handling().closedAt()),
                        new Named("state", 14, one -> state(messages, one)),
                        new Named("waitingFor", 28, RegisterLine::waitingFor))
                .map(named -> new Column<>(head(messages, named.name()), named.width(), named.value()))
                .toList();
    }

    private static String state(UnaryOperator<String> messages, RegisterLine line) {
        return line.state() == null
                ? null
                : messages.apply("nonconformity.state." + line.state().name());
    }
}
