package org.jianzheng.console.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jianzheng.identity.Role;

/**
 * An entry of the navigation.
 *
 * @param href from the root of the site; also the head of every address the entry stands for
 * @param label key of the message bundles
 * @param icon class of the icon font
 * @param roles who is shown it; what a page itself shows is for its module to decide
 */
record NavigationEntry(Group group, String href, String label, String icon, Set<Role> roles) {

    /** Under which heading entries stand: {@code console.nav.group.<name>}. */
    enum Group {
        WORK,
        TESTING,
        SUPERVISION,
        REGISTRIES,
        SYSTEM
    }

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> LAB =
            EnumSet.of(Role.RECEIVER, Role.TESTER, Role.REVIEWER, Role.SIGNATORY, Role.TECHNICALHEAD, Role.LABADMIN);
    private static final Set<Role> STATION = EnumSet.of(Role.SUPERVISOR, Role.STATIONADMIN);
    private static final Set<Role> LAB_AND_STATION = union(LAB, STATION);
    private static final Set<Role> CORRECTIONS = EnumSet.of(
            Role.LABADMIN, Role.TECHNICALHEAD, Role.REVIEWER, Role.SIGNATORY, Role.SUPERVISOR, Role.STATIONADMIN);
    private static final Set<Role> PROJECTS =
            EnumSet.of(Role.COMMISSIONER, Role.SAMPLER, Role.WITNESS, Role.SUPERVISOR, Role.STATIONADMIN);
    private static final Set<Role> SITE_AND_STATION =
            EnumSet.of(Role.SAMPLER, Role.WITNESS, Role.SUPERVISOR, Role.STATIONADMIN);
    private static final Set<Role> REGISTERS = EnumSet.complementOf(EnumSet.of(Role.TESTER, Role.ADMIN, Role.SYSTEM));
    private static final Set<Role> MARKS = EnumSet.of(Role.SAMPLER, Role.SUPERVISOR, Role.STATIONADMIN);
    private static final Set<Role> FACES =
            EnumSet.of(Role.RECEIVER, Role.LABADMIN, Role.TECHNICALHEAD, Role.SUPERVISOR, Role.STATIONADMIN);
    private static final Set<Role> RUNS = EnumSet.of(
            Role.TESTER,
            Role.REVIEWER,
            Role.SIGNATORY,
            Role.TECHNICALHEAD,
            Role.LABADMIN,
            Role.SUPERVISOR,
            Role.STATIONADMIN);
    private static final Set<Role> CASES = EnumSet.complementOf(EnumSet.of(Role.ADMIN, Role.SYSTEM));

    static final List<NavigationEntry> MENU = List.of(
            new NavigationEntry(Group.WORK, "/", "console.nav.home", "ti-home", ALL),
            new NavigationEntry(Group.WORK, "/camunda/app/tasklist/default/", "console.nav.tasks", "ti-checklist", ALL),
            new NavigationEntry(Group.WORK, "/notices", "console.nav.notices", "ti-bell", ALL),
            new NavigationEntry(
                    Group.TESTING, "/receipts", "console.nav.receipts", "ti-scan", EnumSet.of(Role.RECEIVER)),
            new NavigationEntry(Group.TESTING, "/faces", "console.nav.faces", "ti-face-id", FACES),
            new NavigationEntry(Group.TESTING, "/marks", "console.nav.marks", "ti-qrcode", MARKS),
            new NavigationEntry(Group.TESTING, "/unordered-samples", "console.nav.unordered", "ti-link", PROJECTS),
            new NavigationEntry(Group.TESTING, "/cases", "console.nav.cases", "ti-flask", CASES),
            new NavigationEntry(Group.TESTING, "/runs", "console.nav.runs", "ti-activity", RUNS),
            new NavigationEntry(Group.TESTING, "/rooms", "console.nav.rooms", "ti-temperature", LAB_AND_STATION),
            new NavigationEntry(Group.TESTING, "/reports", "console.nav.reports", "ti-file-certificate", CASES),
            new NavigationEntry(
                    Group.TESTING, "/sampling-register", "console.nav.takings", "ti-clipboard-list", REGISTERS),
            new NavigationEntry(
                    Group.TESTING, "/witnessing-register", "console.nav.witnessings", "ti-eye-check", REGISTERS),
            new NavigationEntry(Group.TESTING, "/archive", "console.nav.archive", "ti-archive", LAB_AND_STATION),
            new NavigationEntry(Group.TESTING, "/trial", "console.nav.trial", "ti-calculator", ALL),
            new NavigationEntry(Group.SUPERVISION, "/board", "console.nav.board", "ti-layout-dashboard", STATION),
            new NavigationEntry(
                    Group.SUPERVISION, "/nonconformities", "console.nav.nonconformities", "ti-clipboard-x", CASES),
            new NavigationEntry(Group.SUPERVISION, "/corrections", "console.nav.corrections", "ti-edit", CORRECTIONS),
            new NavigationEntry(
                    Group.SUPERVISION, "/policies", "console.nav.policies", "ti-adjustments", LAB_AND_STATION),
            new NavigationEntry(
                    Group.SUPERVISION, "/breaches", "console.nav.breaches", "ti-shield-exclamation", LAB_AND_STATION),
            new NavigationEntry(
                    Group.SUPERVISION, "/warnings", "console.nav.warnings", "ti-alert-triangle", LAB_AND_STATION),
            new NavigationEntry(
                    Group.SUPERVISION, "/manual-entries", "console.nav.manualEntries", "ti-keyboard", LAB_AND_STATION),
            new NavigationEntry(Group.SUPERVISION, "/credit", "console.nav.credit", "ti-award", CASES),
            new NavigationEntry(Group.REGISTRIES, "/registrations", "console.nav.registrations", "ti-file-plus", CASES),
            new NavigationEntry(
                    Group.REGISTRIES, "/projects", "console.nav.projects", "ti-building-skyscraper", PROJECTS),
            new NavigationEntry(Group.REGISTRIES, "/labs", "console.nav.labs", "ti-building", ALL),
            new NavigationEntry(Group.REGISTRIES, "/people", "console.nav.people", "ti-users", LAB_AND_STATION),
            new NavigationEntry(
                    Group.REGISTRIES, "/phones", "console.nav.phones", "ti-device-mobile", SITE_AND_STATION),
            new NavigationEntry(
                    Group.REGISTRIES,
                    "/my/portrait",
                    "console.nav.portrait",
                    "ti-user-square",
                    EnumSet.of(Role.SAMPLER, Role.WITNESS)),
            new NavigationEntry(Group.REGISTRIES, "/equipment", "console.nav.equipment", "ti-tool", LAB_AND_STATION),
            new NavigationEntry(
                    Group.REGISTRIES,
                    "/software-validations",
                    "console.nav.validations",
                    "ti-plug-connected",
                    LAB_AND_STATION),
            new NavigationEntry(Group.REGISTRIES, "/cameras", "console.nav.cameras", "ti-video", LAB_AND_STATION),
            new NavigationEntry(
                    Group.REGISTRIES, "/contracts", "console.nav.contracts", "ti-file-text", LAB_AND_STATION),
            new NavigationEntry(
                    Group.REGISTRIES, "/organisations", "console.nav.organisations", "ti-building-community", STATION),
            new NavigationEntry(Group.SYSTEM, "/ledger-checks", "console.nav.ledgerChecks", "ti-shield-check", STATION),
            new NavigationEntry(
                    Group.SYSTEM, "/methods/changes", "console.nav.methodChanges", "ti-refresh-alert", STATION),
            new NavigationEntry(
                    Group.SYSTEM,
                    "/camunda/app/cockpit/default/",
                    "console.nav.monitor",
                    "ti-sitemap",
                    EnumSet.of(Role.ADMIN)));

    public boolean holds(String path) {
        return href.equals("/") ? path.equals("/") : path.equals(href) || path.startsWith(href + "/");
    }

    boolean isFor(Set<Role> person) {
        return roles.stream().anyMatch(person::contains);
    }

    /** Whether any case may be theirs to see. */
    static boolean isForCases(Set<Role> person) {
        return CASES.stream().anyMatch(person::contains);
    }

    private static Set<Role> union(Set<Role> one, Set<Role> other) {
        return EnumSet.copyOf(Stream.of(one, other).flatMap(Set::stream).toList());
    }
}
