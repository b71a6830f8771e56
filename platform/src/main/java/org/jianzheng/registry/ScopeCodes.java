package org.jianzheng.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.identity.Role;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.standards.catalogue.TestItem.Parameter;

/**
 * What of the catalogue a scope, a certificate or a machine is for: whole items, {@code rebar}, or single parameters of one,
 * {@code rebar/bend}. What was registered by item alone is for all its parameters.
 */
public record ScopeCodes(Set<String> codes) {

    private static final String BY = "/";
    private static final String SAID_BY = "：";

    /** Whoever takes, witnesses or receives a sample does so whatever is measured of it; these need each parameter. */
    private static final Set<Role> BY_PARAMETER = EnumSet.of(Role.TESTER, Role.REVIEWER, Role.SIGNATORY);

    public ScopeCodes {
        codes = Set.copyOf(codes);
    }

    /** As the registries keep it: with commas between. */
    public static ScopeCodes of(String list) {
        return new ScopeCodes(Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet()));
    }

    private static String code(String item, String parameter) {
        return item + BY + parameter;
    }

    /** Whether any parameter of the item is in it. */
    public boolean names(String item) {
        return codes.stream().anyMatch(code -> code.equals(item) || code.startsWith(item + BY));
    }

    /** Whether it is for the item, or for one of these parameters of it where there are any. */
    public boolean serves(String item, Set<String> parameters) {
        return parameters.isEmpty() ? names(item) : parameters.stream().anyMatch(each -> holds(item, each));
    }

    public boolean holds(String item, String parameter) {
        return codes.contains(item) || codes.contains(code(item, parameter));
    }

    /** Those of the parameters that are not in it. */
    public Set<String> missing(String item, Collection<String> parameters) {
        return parameters.stream()
                .filter(parameter -> !holds(item, parameter))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether what somebody holds in a role, all together, is enough for these parameters of an item. */
    public static boolean suffice(Collection<ScopeCodes> held, Role role, String item, Set<String> parameters) {
        boolean named = held.stream().anyMatch(one -> one.names(item));
        return named
                && (!BY_PARAMETER.contains(role)
                        || parameters.stream().allMatch(each -> held.stream().anyMatch(one -> one.holds(item, each))));
    }

    /** Whether something is in both. */
    public boolean shares(ScopeCodes other) {
        return codes.stream().anyMatch(code -> other.touches(code));
    }

    private boolean touches(String code) {
        int at = code.indexOf(BY);
        return at < 0 ? names(code) : holds(code.substring(0, at), code.substring(at + 1));
    }

    /** All that may be registered, in the order of the catalogue: each item, then its parameters where it has several. */
    public static List<String> all() {
        List<String> all = new ArrayList<>();
        for (TestItem item : Catalogue.current().items()) {
            all.add(item.code());
            if (item.parameters().size() > 1) {
                item.parameters().forEach(parameter -> all.add(code(item.code(), parameter.code())));
            }
        }
        return all;
    }

    /** Single parameters of items that have several. */
    public static List<String> single() {
        return all().stream().filter(code -> code.contains(BY)).toList();
    }

    /** In the order of the catalogue, without parameters of items that are named whole. */
    public String list() {
        return all().stream()
                .filter(codes::contains)
                .filter(code -> !code.contains(BY) || !codes.contains(code.substring(0, code.indexOf(BY))))
                .collect(Collectors.joining(","));
    }

    /** In words, which are Chinese: 钢筋力学性能与重量偏差, or 钢筋力学性能与重量偏差：弯曲. */
    public static String label(String code) {
        int at = code.indexOf(BY);
        return at < 0
                ? Catalogue.current().label(code)
                : Catalogue.current().label(code.substring(0, at))
                        + SAID_BY
                        + parameter(code.substring(0, at), code.substring(at + 1));
    }

    /** The code of such words; the words themselves where they name nothing. */
    public static String said(String words) {
        return all().stream()
                .filter(code -> label(code).equals(words))
                .findFirst()
                .orElse(words);
    }

    public String labels() {
        return Stream.of(list().split(",")).map(ScopeCodes::label).collect(Collectors.joining("、"));
    }

    /** Names of single parameters, without their items. */
    public static String parameterNames(String list) {
        return of(list).list().isEmpty()
                ? ""
                : Stream.of(of(list).list().split(","))
                        .map(code -> label(code).substring(label(code).indexOf(SAID_BY) + 1))
                        .collect(Collectors.joining("、"));
    }

    /** Names of the parameters of one item. */
    public static String parameters(String item, Collection<String> parameters) {
        return parameters.stream().map(code -> parameter(item, code)).collect(Collectors.joining("、"));
    }

    private static String parameter(String item, String code) {
        return found(item, code).map(Parameter::name).map(TestItem.Name::zh).orElse(code);
    }

    private static Optional<Parameter> found(String item, String code) {
        return Catalogue.current().find(item).stream()
                .flatMap(each -> each.parameters().stream())
                .filter(parameter -> parameter.code().equals(code))
                .findFirst();
    }

    /** 必备 parameters of the item, without which nobody is in its scope. */
    public static Set<String> compulsory(String item) {
        return Catalogue.current().find(item).stream()
                .flatMap(each -> each.parameters().stream())
                .filter(Parameter::compulsory)
                .map(Parameter::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
