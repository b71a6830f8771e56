package org.jianzheng.console.web;

import jakarta.servlet.RequestDispatcher;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the layout and its parts ask for while a page is drawn: {@code ${@shell.…}} in templates. */
@Component("shell")
class Shell {

    private static final Map<String, String> STATES = Map.of(
            "passed", "ti-circle-check",
            "failed", "ti-circle-x",
            "overdue", "ti-alarm",
            "waiting", "ti-clock-pause",
            "running", "ti-progress",
            "closed", "ti-circle-minus");

    private final Identity identity;
    private final DisplayNames names;
    private final MessageSource messages;

    Shell(Identity identity, DisplayNames names, MessageSource messages) {
        this.identity = identity;
        this.names = names;
        this.messages = messages;
    }

    /** Whoever is signed in, or null: error pages are drawn for strangers too. */
    public Person person() {
        return acting().orElse(null);
    }

    /** Duties and employer in a line, such as {@code 检测员 · 宝鸡衡正建设工程检测有限公司}. */
    public String duties() {
        Person person = identity.acting();
        String roles = person.roles().stream()
                .sorted()
                .map(role -> say("console.role." + role.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining("、"));
        return person.employer()
                .map(path -> roles + " · " + names.employer(path))
                .orElse(roles);
    }

    public List<NavigationEntry> entries() {
        return acting().map(person -> NavigationEntry.MENU.stream()
                        .filter(entry -> entry.isFor(person.roles()))
                        .toList())
                .orElse(List.of());
    }

    /** The same under their headings, in the order of the menu. */
    public Map<NavigationEntry.Group, List<NavigationEntry>> groups() {
        return entries().stream()
                .collect(Collectors.groupingBy(
                        NavigationEntry::group, () -> new EnumMap<>(NavigationEntry.Group.class), Collectors.toList()));
    }

    /** The entries that a phone shows at the bottom of the screen. */
    public List<NavigationEntry> tabs() {
        return entries().stream().limit(4).toList();
    }

    /** The entries worth a sentence on the home page: where work is done and followed. Registries are found in the menu. */
    public List<NavigationEntry> shortcuts() {
        return entries().stream()
                .filter(entry -> entry.group() != NavigationEntry.Group.WORK
                        && entry.group() != NavigationEntry.Group.REGISTRIES)
                .toList();
    }

    /** Path of the page the reader asked for, also while an error page is drawn. */
    public String path() {
        Object failed = RequestContextHolder.currentRequestAttributes()
                .getAttribute(RequestDispatcher.ERROR_REQUEST_URI, RequestAttributes.SCOPE_REQUEST);
        return failed != null
                ? failed.toString()
                : ServletUriComponentsBuilder.fromCurrentRequest().build().getPath();
    }

    /** Beside the colour of a state, never colour alone. */
    public String icon(String kind) {
        return STATES.getOrDefault(kind, "ti-point");
    }

    public String time(Instant instant) {
        return CityTime.minute(instant);
    }

    public String deadline(Instant instant) {
        return CityTime.deadline(instant);
    }

    public String otherLanguage() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? "zh-CN" : "en";
    }

    public String inLanguage(String tag) {
        return here("lang", tag);
    }

    /** This address with another page of the list, counted from 0. */
    public String pageUrl(long page) {
        return here("page", page);
    }

    private String here(String parameter, Object value) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replacePath(path())
                .replaceQueryParam(parameter, value)
                .build()
                .toUriString();
    }

    private String say(String code) {
        return messages.getMessage(code, null, LocaleContextHolder.getLocale());
    }

    private Optional<Person> acting() {
        try {
            return Optional.of(identity.acting());
        } catch (RuleBroken nobody) {
            return Optional.empty();
        }
    }
}
