package org.jianzheng.reporting.print;

import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintPage;

/**
 * An element of a filled page, found by the key its template gives it.
 *
 * @param left where its frame begins on the page, in points
 * @param top the same downwards
 */
record PlacedElement(JRPrintElement element, int left, int top) {

    static Stream<PlacedElement> on(JRPrintPage page, String key) {
        return in(page.getElements(), 0, 0).filter(each -> key.equals(each.element.getKey()));
    }

    private static Stream<PlacedElement> in(List<JRPrintElement> elements, int left, int top) {
        return elements.stream()
                .flatMap(each -> each instanceof JRPrintFrame frame
                        ? in(frame.getElements(), left + frame.getX(), top + frame.getY())
                        : Stream.of(new PlacedElement(each, left, top)));
    }

    int x() {
        return left + element.getX();
    }

    int y() {
        return top + element.getY();
    }
}
