package org.jianzheng.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;

/** Tasklist as one signed-in person uses it: by the words on the screen. */
public final class Tasklist implements AutoCloseable {

    private static final String PATH = "/camunda/app/tasklist/default/";
    private static final String COMPLETE = "[ng-click='complete()']:visible";
    private static final String START = ".modal-footer .btn-primary:visible";
    private static final String REFUSAL = ".notifications .alert-danger, .fjs-form-field-error";
    private static final String ITEM = ".fjs-dropdownlist-item";

    private static final int AGAIN_MS = 20_000;
    private static final int LOOK_MS = 100;
    private static final int LISTS = 10;
    private static final int QUIET_LOOKS = 4;
    private static final int STAYING_LOOKS = 10;
    private static final int LOST_LOOKS = 50;
    private static final int MOST_LOOKS = 600;

    private final Visitor visitor;
    private final Page page;
    private final Set<Request> pending = new HashSet<>();

    private Tasklist(Visitor visitor) {
        this.visitor = visitor;
        this.page = visitor.page();
        page.onRequest(pending::add);
        page.onRequestFinished(pending::remove);
        page.onRequestFailed(pending::remove);
        // What a page left behind still asked for is not always reported as failed.
        page.onDOMContentLoaded(loaded -> pending.clear());
    }

    public static Tasklist of(Chromium chromium, String username) {
        Visitor visitor = chromium.visitor().signIn(username, PATH);
        visitor.page().waitForURL("**" + PATH + "**");
        Tasklist tasklist = new Tasklist(visitor);
        tasklist.settle();
        return tasklist;
    }

    public Page page() {
        return page;
    }

    public Visitor visitor() {
        return visitor;
    }

    public Locator form() {
        return page.locator(".fjs-form").first();
    }

    /** Opens the start form of the process with that name. */
    public Tasklist start(String process) {
        visitor.go(PATH);
        Locator starting = page.locator(".start-process-action a");
        try {
            starting.waitFor(new Locator.WaitForOptions().setTimeout(AGAIN_MS));
        } catch (TimeoutError blank) {
            // Whoever sees a page that does not come loads it again.
            visitor.go(PATH);
        }
        starting.click();
        page.locator(".modal-content").getByText(process).first().click();
        formIsThere();
        return this;
    }

    /** Opens the newest task whose line says so, and claims it where nobody has. */
    public Tasklist open(String words) {
        Locator task = page.locator(".tasks-list .task", new Page.LocatorOptions().setHasText(words))
                .first();
        // A task that a job makes may come after the list, which does not ask again by itself.
        for (int looks = 0; looks < LISTS; looks++) {
            visitor.go(PATH);
            settle();
            if (task.isVisible()) {
                break;
            }
        }
        task.click();
        formIsThere();
        Locator claim = page.locator("[ng-click='claim()']");
        if (claim.isVisible()) {
            claim.click();
            assertThat(page.locator("[ng-click='unclaim()']")).isVisible();
            formIsThere();
        }
        return this;
    }

    // A form may still be drawn, or a task loaded anew, after its first field is there.
    private void settle() {
        int quiet = 0;
        for (int looks = 0; quiet < QUIET_LOOKS && looks < MOST_LOOKS; looks++) {
            page.waitForTimeout(LOOK_MS);
            quiet = pending.isEmpty() ? quiet + 1 : 0;
        }
    }

    private void formIsThere() {
        settle();
        assertThat(page.locator(".fjs-form .fjs-form-field").first()).isVisible();
    }

    public Tasklist fill(String label, String value) {
        input(label).fill(value);
        return this;
    }

    /** What is typed into, in the field with that label. */
    public Locator input(String label) {
        return field(label).locator("input, textarea").first();
    }

    /** Today, in a date field. */
    public Tasklist today(String label) {
        field(label).locator("input:visible").first().click();
        page.locator(".flatpickr-calendar.open .flatpickr-day.today").click();
        return this;
    }

    /** Today at that time, in the n-th date field of the form; counted from 0. */
    public Tasklist todayAt(int index, LocalTime time) {
        Locator inputs = page.locator(".fjs-form-field-datetime").nth(index).locator("input:visible");
        inputs.first().click();
        page.locator(".flatpickr-calendar.open .flatpickr-day.today").click();
        // The field takes a day and a time one after the other; typed faster than any hand does, one of them is lost.
        page.waitForTimeout(LOOK_MS);
        inputs.last().fill(time.toString());
        page.waitForTimeout(LOOK_MS);
        inputs.last().press("Tab");
        page.waitForTimeout(LOOK_MS);
        return this;
    }

    public Tasklist pick(String label, String option) {
        Locator field = field(label);
        field.locator(".fjs-select-display, input").first().click();
        field.locator(ITEM, new Locator.LocatorOptions().setHasText(option))
                .first()
                .click();
        return this;
    }

    public Tasklist choose(String option) {
        page.locator(".fjs-form-field-radio")
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(option).setExact(true))
                .check();
        return this;
    }

    public Tasklist tick(String words) {
        page.locator(".fjs-form-field-checkbox", new Page.LocatorOptions().setHasText(words))
                .locator("input")
                .check();
        return this;
    }

    /** The n-th field with that label, where a list has one in every row; counted from 0. */
    public Tasklist fillRow(String label, int row, String value) {
        fields(label).nth(row).locator("input").first().fill(value);
        return this;
    }

    /** Sends the form of a task; it must be gone afterwards. A refusal is told in the words the person sees. */
    public void complete() {
        sent(COMPLETE);
    }

    /** Sends the form of a task that will be refused. */
    public Tasklist send() {
        page.locator(COMPLETE).click();
        return this;
    }

    /** Sends a start form. */
    public void startIt() {
        sent(START);
    }

    /** What has become of a form that was sent. */
    private enum Sent {
        GONE,
        REFUSED,
        RESTING,
        IGNORED
    }

    // The button rests until there is an answer. Where it does not, the press met a form being drawn anew, and whoever
    // sees nothing happen presses again. What is said right after the press may still belong to fields that were empty
    // before, so a refusal counts once it stays.
    private void sent(String send) {
        page.locator(send).click();
        Sent seen = Sent.RESTING;
        for (int looks = 0; seen != Sent.GONE; looks++) {
            page.waitForTimeout(LOOK_MS);
            Sent now = look(send);
            looks = now == seen ? looks : 0;
            seen = now;
            if (seen == Sent.REFUSED && looks >= STAYING_LOOKS) {
                visitor.screenshot("refused");
                throw new AssertionError(
                        "Refused: " + page.locator(REFUSAL).first().innerText());
            }
            if (seen == Sent.IGNORED && looks >= LOST_LOOKS) {
                page.locator(send).click();
                seen = Sent.RESTING;
            }
            if (looks >= MOST_LOOKS) {
                throw new AssertionError("No answer to what was sent");
            }
        }
    }

    // To look is never to wait: between two looks the form may have gone, and its button with it.
    private Sent look(String send) {
        if (!page.locator(".fjs-form .fjs-form-field").first().isVisible()) {
            return Sent.GONE;
        }
        if (!page.locator(send + ":enabled").isVisible()) {
            return Sent.RESTING;
        }
        return page.locator(REFUSAL).first().isVisible() ? Sent.REFUSED : Sent.IGNORED;
    }

    public Tasklist screenshot(String name) {
        visitor.screenshot(name);
        return this;
    }

    private Locator field(String label) {
        return fields(label).first();
    }

    private Locator fields(String label) {
        return page.locator(".fjs-form-field")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("label", new Page.LocatorOptions().setHasText(label))))
                .filter(new Locator.FilterOptions().setHasNot(page.locator(".fjs-form-field")));
    }

    @Override
    public void close() {
        visitor.close();
    }
}
