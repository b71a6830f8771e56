package org.jianzheng.registration.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.support.As;
import org.jianzheng.support.bench.BenchPlatform;
import org.jianzheng.workflow.Processes;

/**
 * A workbook of 50,000 cameras: read and submitted as one application, and approved. The stock way reads the same workbook with
 * POI's own model and does nothing with it.
 */
final class ImportBench {

    private static final int ROUNDS = 3;
    private static final String[] HEADINGS = {"编号", "检测室", "类型", "像素（百万）", "保存天数", "GB/T 28181 通道编码"};

    private ImportBench() {}

    public static void main(String[] none) throws Exception {
        Path file = workbook();
        try (var platform = BenchPlatform.start()) {
            for (int round = 1; round <= ROUNDS; round++) {
                double stock = millis("stock: read by POI's model", () -> stock(file));
                String[] application = new String[1];
                double ours = millis("read and submitted", () -> {
                    application[0] = submit(platform.bean(WorkbookImports.class), file);
                    return null;
                });
                millis("approved", () -> {
                    approve(platform.bean(Processes.class), application[0]);
                    return null;
                });
                System.out.printf(Locale.ROOT, "submitted in %.2f of the stock way's time%n", ours / stock);
                platform.sql().update("DELETE FROM qualification_camera WHERE code LIKE 'XI-%'");
            }
        } finally {
            Files.delete(file);
        }
    }

    private static Path workbook() throws IOException {
        Path file = Files.createTempFile("cameras", ".xlsx");
        try (WorkbookWriter book = new WorkbookWriter().sheet("摄像机", List.of(HEADINGS));
                OutputStream out = Files.newOutputStream(file)) {
            for (int row = 2; row < WorkbookWriter.MOST_ROWS + 2; row++) {
                book.row(List.of("XI-" + row, "水泥室", "球机", "4", "90", ""));
            }
            book.write(out);
        }
        return file;
    }

    private static Object stock(Path file) throws IOException {
        long signs = 0;
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            for (Row row : book.getSheetAt(0)) {
                for (Cell cell : row) {
                    signs += cell.toString().length();
                }
            }
        }
        return signs;
    }

    private static String submit(WorkbookImports imports, Path file) {
        return As.person("labadmin", () -> {
            try {
                return imports.take(EntryKind.CAMERA, "labs/BJ01", file)
                        .application()
                        .orElseThrow();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void approve(Processes processes, String application) {
        String task = processes.openTasks(List.of(application)).get(0).id();
        As.person("supervisor", () -> processes.complete(task, Map.of("decision", "APPROVE")));
    }

    private static double millis(String what, Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        double millis = (System.nanoTime() - start) / 1e6;
        System.out.printf(Locale.ROOT, "%-28s %8.0f ms%n", what, millis);
        return millis;
    }
}
