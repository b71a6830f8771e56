package org.jianzheng.commission.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CaseFilter;
import org.jianzheng.commission.caselist.CaseView;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.printing.ListWorkbook;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of cases to take away. */
@Controller
class CaseFilePages {

    private static final int MOST = 50_000;
    private static final int AT_ONCE = 1_000;

    private final Commissions commissions;
    private final DisplayNames names;
    private final MessageSource messages;
    private final Clock clock;

    CaseFilePages(Commissions commissions, DisplayNames names, MessageSource messages, Clock clock) {
        this.commissions = commissions;
        this.names = names;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/cases.xlsx")
    void workbook(CasePages.Asked asked, HttpServletResponse response) throws IOException {
        CaseFilter filter = asked.filter();
        Paged<CaseView> first = commissions.list(filter, 0, AT_ONCE);
        if (first.total() > MOST) {
            throw new RuleBroken("commission.cases.tooMany", first.total(), MOST);
        }
        try (ListWorkbook<CaseView> book = CaseWorkbook.of(this::say, code -> names.employer("labs/" + code))) {
            first.items().forEach(book::add);
            for (int page = 1; (long) page * AT_ONCE < first.total(); page++) {
                commissions.list(filter, page, AT_ONCE).items().forEach(book::add);
            }
            book.send("%s-%s".formatted(say("commission.cases.sheet"), CityTime.today(clock)), response);
        }
    }

    private String say(String code) {
        return messages.getMessage(code, null, LocaleContextHolder.getLocale());
    }
}
