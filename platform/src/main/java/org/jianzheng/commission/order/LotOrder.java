package org.jianzheng.commission.order;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.catalogue.OrderField;
import org.jianzheng.standards.catalogue.TestItem;

/** How many specimens the quantity takes that a sample stands for, by the item's {@code counts.csv}. */
record LotOrder(TestItem item) {

    /** The largest quantity that a line of the table is for, in the item's unit. */
    private static final String UP_TO = "upTo";

    static final String SPECIMENS = "specimens";

    /**
     * What the text says in the unit of the item; empty where the item has no lots.
     *
     * @throws RuleBroken where it says nothing in that unit, or more than one order may stand for
     */
    Optional<Quantity> required(String represents) {
        TestItem.Lot lot = item.order().lot();
        if (lot == null) {
            return Optional.empty();
        }
        Quantity quantity = read(represents)
                .orElseThrow(
                        () -> RuleBroken.at("represents", "commission.lot.unit", represents, lot.unit(), lot.most()));
        if (quantity.number().compareTo(lot.most()) > 0) {
            throw RuleBroken.at(
                    "represents", "commission.lot.most", item.label(), lot.most() + " " + lot.unit(), represents);
        }
        return Optional.of(quantity);
    }

    private Optional<Quantity> read(String represents) {
        return Quantity.of(represents)
                .filter(quantity -> item.order().lot().units().contains(quantity.unit()));
    }

    /** By part of the test and {@code specimens} in all; empty where the table has no line for it. */
    Map<String, Integer> counts(Map<String, String> details, String represents) {
        Optional<Quantity> quantity = item.order().lot() == null ? Optional.empty() : read(represents);
        Set<String> asked = item.order().fields().stream().map(OrderField::name).collect(Collectors.toSet());
        return item.counts().stream()
                .filter(row -> fits(row, details) && holds(row, quantity))
                .findFirst()
                .map(row -> numbers(row, asked))
                .orElse(Map.of());
    }

    private static boolean fits(Map<String, String> row, Map<String, String> details) {
        return details.entrySet().stream().allMatch(field -> row.getOrDefault(field.getKey(), field.getValue())
                .equals(field.getValue()));
    }

    private static boolean holds(Map<String, String> row, Optional<Quantity> quantity) {
        return !row.containsKey(UP_TO)
                || quantity.filter(asked -> asked.number().compareTo(new BigDecimal(row.get(UP_TO))) <= 0)
                        .isPresent();
    }

    private static Map<String, Integer> numbers(Map<String, String> row, Set<String> asked) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        row.forEach((column, cell) -> {
            if (!asked.contains(column) && !column.equals(UP_TO)) {
                numbers.put(column, Integer.valueOf(cell));
            }
        });
        return numbers;
    }
}
