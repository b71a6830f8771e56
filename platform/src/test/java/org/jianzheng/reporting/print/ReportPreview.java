package org.jianzheng.reporting.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jianzheng.reporting.composing.ReportFixtures;

/** Writes one PDF per family into a folder, to be looked at while a template is being drawn. */
final class ReportPreview {

    private ReportPreview() {}

    public static void main(String[] folder) throws IOException {
        var renderer = new ReportRenderer();
        var out = Files.createDirectories(Path.of(folder[0]));
        for (var model : ReportFixtures.everyFamily()) {
            Files.write(out.resolve(model.text().get("title") + ".pdf"), renderer.render(model));
        }
        Files.write(out.resolve("concrete-long.pdf"), renderer.render(ReportFixtures.concrete(12)));
    }
}
