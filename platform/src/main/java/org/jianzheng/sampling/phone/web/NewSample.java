package org.jianzheng.sampling.phone.web;

import java.util.List;
import java.util.Locale;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.registry.Project;
import org.jianzheng.registry.Projects;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.OrderField;
import org.jianzheng.standards.catalogue.TestItem;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the acting sampler can say of a sample whose test nobody has ordered: kept by the phone, for where there is no network. */
@Component
class NewSample {

    private final Projects projects;
    private final Identity identity;

    NewSample(Projects projects, Identity identity) {
        this.projects = projects;
        this.identity = identity;
    }

    /** @param grades to choose from; empty where the grade is written */
    record Item(String code, String name, List<Choice> grades) {}

    record Choice(String code, String name) {}

    record Choices(List<Choice> projects, List<Item> items) {}

    Choices choices() {
        Person person = identity.acting();
        String employer = person.employer().orElse("");
        if (!person.has(Role.SAMPLER) || !employer.startsWith("contractors/")) {
            return new Choices(List.of(), List.of());
        }
        Locale locale = LocaleContextHolder.getLocale();
        return new Choices(
                projects.runningOf(employer).stream().map(NewSample::choice).toList(),
                Catalogue.current().items().stream()
                        .filter(TestItem::isOrdered)
                        .map(item -> item(item, locale))
                        .toList());
    }

    private static Choice choice(Project project) {
        return new Choice(project.code(), project.name());
    }

    private static Item item(TestItem item, Locale locale) {
        OrderField grades = item.asked("grade");
        return new Item(
                item.code(),
                item.name().in(locale),
                grades.values().stream()
                        .map(value -> new Choice(value, grades.said(value).in(locale)))
                        .toList());
    }
}
