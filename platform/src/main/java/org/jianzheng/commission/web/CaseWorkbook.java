package org.jianzheng.commission.web;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jianzheng.commission.caselist.CaseView;
import org.jianzheng.printing.ListWorkbook;
import org.jianzheng.printing.ListWorkbook.Column;
import org.jianzheng.standards.catalogue.Catalogue;

/** The list of cases as an Excel workbook. */
final class CaseWorkbook {

    private CaseWorkbook() {}

    private record Named(String code, int width, Function<CaseView, Object> value) {}

    /**
     * @param messages the text of a message's code
     * @param labs the name of a laboratory's code
     */
    static ListWorkbook<CaseView> of(UnaryOperator<String> messages, UnaryOperator<String> labs) {
        List<Column<CaseView>> columns = Stream.of(
                        new Named("number", 22, CaseView::commissionNo),
                        new Named("sampleNo", 22, CaseView::sampleNo),
                        new Named("reportNo", 22, CaseView::reportNo),
                        new Named("projectName", 28, CaseView::projectName),
                        new Named("place", 28, CaseView::place),
                        new Named("item", 22, one -> Catalogue.current().label(one.item())),
                        new Named("sample", 24, CaseView::sample),
                        new Named("lab", 26, one -> labs.apply(one.parties().labCode())),
                        new Named("opened", 17, CaseView::openedAt),
                        new Named("state", 16, one -> messages.apply("commission.stage." + one.stage())),
                        new Named("since", 17, CaseView::since),
                        new Named(
                                "result",
                                12,
                                one -> one.result() == null
                                        ? null
                                        : messages.apply("commission.result." + one.result())))
                .map(named ->
                        new Column<>(messages.apply("commission.cases." + named.code()), named.width(), named.value()))
                .toList();
        return new ListWorkbook<>(
                messages.apply("commission.cases.sheet"), messages.apply("commission.cases.no"), columns);
    }
}
