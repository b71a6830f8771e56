package org.jianzheng.testing.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.standards.catalogue.TestItem;

/**
 * What is to be tested, as far as the laboratory may know before it has tested: no project, no part of the works. The
 * numbers of the specimens are the blind ones (盲样): the sample's number and a position.
 *
 * @param first what a double re-test follows; null where this is the first test, or a disputed one done over
 * @param measured the figures that the failing test had of its specimens, which a re-test of any kind has too: what failed
 *     is not left out; empty for a first test
 */
public record TestSubject(
        String caseId,
        CaseParties parties,
        TestFamily family,
        String item,
        String itemName,
        Sample sample,
        Order order,
        Receipt receipt,
        FirstTest first,
        Set<String> measured) {

    /** What the order asks to be measured. */
    public List<TestItem.Parameter> measures() {
        return family.item().measured(order.details());
    }

    /** Codes of it. */
    public Set<String> parameters() {
        return measures().stream().map(TestItem.Parameter::code).collect(Collectors.toUnmodifiableSet());
    }

    String detail(String key, String otherwise) {
        String value = order.details().get(key);
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** 盲样试件编号, from 1. */
    public String specimenNo(int position) {
        return sample.sampleNo() + "-" + position;
    }

    List<String> specimenNos(int first, int count) {
        return java.util.stream.IntStream.range(first, first + count)
                .mapToObj(this::specimenNo)
                .toList();
    }

    /**
     * What lies on the table.
     *
     * @param madeAt when the specimens were made, as declared
     */
    public record Sample(
            String sampleNo,
            String sampleName,
            String grade,
            String spec,
            int specimenCount,
            LocalDate madeOn,
            Integer ageDays,
            String curingText,
            Instant madeAt) {}

    /** Who took it in. */
    public record Receipt(String receivedBy, Instant receivedAt) {}

    /**
     * By what it is judged.
     *
     * @param details the commission's inputs of the evaluation, {@code sizeMm}, {@code diameterMm} …
     * @param methodSha256 of the folder it was ordered under; null of an order that is older than folders
     * @param counts specimens of each part that the order's quantity takes; empty where that does not depend on it
     * @param policies what standards leave open, as it was fixed when the order was accepted; empty of an older order
     */
    public record Order(
            Map<String, String> details,
            String methodSha256,
            Map<String, Integer> counts,
            Map<String, String> policies) {}
}
