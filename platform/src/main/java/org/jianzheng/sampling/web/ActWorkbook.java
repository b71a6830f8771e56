package org.jianzheng.sampling.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jianzheng.printing.ListWorkbook;
import org.jianzheng.printing.ListWorkbook.Column;
import org.jianzheng.sampling.register.ActLine;

/** A register of taking or witnessing as an Excel workbook. */
final class ActWorkbook {

    private ActWorkbook() {}

    /** What a line says by name, where it has codes. */
    record Words(
            String project, String place, String sample, String item, String lab, String takenBy, String witnessedBy) {}

    record Row(ActLine line, Words words) {}

    private record Named(String name, int width, Function<Row, Object> value) {}

    /** @param messages the text of a message's code */
    static ListWorkbook<Row> of(String title, UnaryOperator<String> messages) {
        return new ListWorkbook<>(title, head(messages, "no"), columns(messages));
    }

    private static String head(UnaryOperator<String> messages, String name) {
        return messages.apply("sampling.register." + name);
    }

    private static List<Column<Row>> columns(UnaryOperator<String> messages) {
        return Stream.of(
                        new Named("label", 22, row -> row.line().label()),
                        new Named("sampleNo", 22, row -> row.line().sampleNo()),
                        new Named("project", 28, row -> row.words().project()),
                        new Named("place", 28, row -> row.words().place()),
                        new Named("item", 18, row -> row.words().item()),
                        new Named("sample", 24, row -> row.words().sample()),
                        new Named(
                                "specimens", 8, row -> new BigDecimal(row.line().specimens())),
                        new Named("lab", 26, row -> row.words().lab()),
                        new Named("madeAt", 17, row -> row.line().declaredMadeAt()),
                        new Named("takenAt", 17, row -> of(row.line().taken(), ActLine.Act::at)),
                        new Named("sampler", 12, row -> of(row.line().taken(), ActLine.Act::name)),
                        new Named("samplerCertificate", 20, row -> of(row.line().taken(), ActLine.Act::certificate)),
                        new Named("contractor", 26, row -> row.words().takenBy()),
                        new Named("takenPlace", 22, row -> of(row.line().taken(), ActWorkbook::place)),
                        new Named("sealNo", 14, row -> row.line().sealNo()),
                        new Named("witnessedAt", 17, row -> of(row.line().witnessed(), ActLine.Act::at)),
                        new Named("witness", 12, row -> of(row.line().witnessed(), ActLine.Act::name)),
                        new Named(
                                "witnessCertificate", 20, row -> of(row.line().witnessed(), ActLine.Act::certificate)),
                        new Named("supervision", 26, row -> row.words().witnessedBy()),
                        new Named("witnessedPlace", 22, row -> of(row.line().witnessed(), ActWorkbook::place)),
                        new Named(
                                "state",
                                12,
                                row -> messages.apply(
                                        "sampling.state." + row.line().state())))
                .map(named -> new Column<>(head(messages, named.name()), named.width(), named.value()))
                .toList();
    }

    private static <T> T of(ActLine.Act act, Function<ActLine.Act, T> value) {
        return act == null ? null : value.apply(act);
    }

    private static String place(ActLine.Act act) {
        return act.latitude() == null
                ? null
                : act.latitude().toPlainString() + ", " + act.longitude().toPlainString();
    }
}
