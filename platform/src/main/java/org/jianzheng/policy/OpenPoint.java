package org.jianzheng.policy;

import java.util.List;
import java.util.Optional;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.LeftOpen;
import org.jianzheng.standards.catalogue.TestItem;

/** What an item of the catalogue leaves open. */
public record OpenPoint(String item, LeftOpen open) {

    /** All there are, in the order of the catalogue. */
    static List<OpenPoint> all() {
        return Catalogue.current().items().stream()
                .flatMap(item -> of(item).stream())
                .toList();
    }

    /** By the item's present folder; an item that nobody offers any more has what its orders say. */
    static List<OpenPoint> of(TestItem item) {
        TestItem present = Catalogue.current().find(item.code()).orElse(item);
        return LeftOpen.of(present).stream()
                .map(open -> new OpenPoint(item.code(), open))
                .toList();
    }

    /** @throws NotFound where the item leaves no such thing open */
    static OpenPoint of(String item, String input) {
        return Optional.of(item).flatMap(Catalogue.current()::find).map(OpenPoint::of).orElse(List.of()).stream()
                .filter(point -> point.input().equals(input))
                .findFirst()
                .orElseThrow(() -> new NotFound("policy.point.unknown", item, input));
    }

    public String input() {
        return open.input();
    }

    /** What the ledger knows it by. */
    String subject() {
        return "policy:" + item + ":" + input();
    }

    /** The item in the language of the page. */
    public String itemName() {
        return Catalogue.current().shown(item);
    }
}
