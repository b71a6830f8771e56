package org.jianzheng.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;

/** The page of a new commission, as its client fills it in by the words on the screen. */
public final class OrderDesk {

    private final Tasklist desk;
    private final Page page;

    public OrderDesk(Tasklist desk) {
        this.desk = desk;
        this.page = desk.page();
    }

    public OrderDesk choose(String item) {
        desk.visitor().go("/commissions/new");
        page.getByText(item, new Page.GetByTextOptions().setExact(true)).click();
        return formIsThere();
    }

    public OrderDesk chooseRetest(String reportNo) {
        desk.visitor().go("/commissions/new");
        page.getByText(reportNo).first().click();
        return formIsThere();
    }

    private OrderDesk formIsThere() {
        assertThat(page.locator("#labCode")).isVisible();
        return this;
    }

    /** The choice whose words contain these. */
    public OrderDesk pick(String label, String words) {
        Locator list = page.getByLabel(label);
        String choice = list.locator("option")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .innerText();
        list.selectOption(new SelectOption().setLabel(choice));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    public OrderDesk fill(String label, String value) {
        page.getByLabel(label).fill(value);
        return this;
    }

    public OrderDesk screenshot(String name) {
        desk.visitor().screenshot(name);
        return this;
    }

    /** And is shown the case. */
    public void submit() {
        page.locator("main button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/cases/[0-9a-f-]{36}.*"));
    }
}
