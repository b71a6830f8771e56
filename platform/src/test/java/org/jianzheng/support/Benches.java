package org.jianzheng.support;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks of {@code ./mvnw -Pbench}: classes named {@code *Bench}, by JMH, or by their own {@code main} where
 * they have one.
 */
final class Benches {

    private static final String PREFIX = "name=";

    private Benches() {}

    public static void main(String[] args) throws Exception {
        String wanted = args.length == 0 ? "" : args[0].substring(PREFIX.length());
        int result = 1;
        try {
            for (Class<?> bench : find(wanted)) {
                System.out.printf("%n== %s%n", bench.getName());
                run(bench);
            }
            result = 0;
        } catch (ReflectiveOperationException failed) {
            failed.printStackTrace();
        } finally {
            // The database of a bench stops with the JVM, and the threads that read its output hold the JVM until then.
            System.exit(result);
        }
    }

    static List<Class<?>> find(String wanted) throws Exception {
        Path root = Path.of(Benches.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith("Bench.class") && !file.contains("jmh_generated"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> name.substring(name.lastIndexOf('.') + 1).contains(wanted))
                    .sorted()
                    .<Class<?>>map(Benches::load)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Benches.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** Its own {@code main}, or null where JMH runs it. */
    static Method main(Class<?> bench) {
        return Stream.of(bench.getDeclaredMethods())
                .filter(method -> method.getName().equals("main"))
                .findFirst()
                .orElse(null);
    }

    private static void run(Class<?> bench) throws Exception {
        Method main = main(bench);
        if (main == null) {
            new Runner(new OptionsBuilder()
                            .include("^" + bench.getName().replace(".", "\\.") + "\\.")
                            .build())
                    .run();
        } else {
            main.setAccessible(true);
            main.invoke(null, (Object) new String[0]);
        }
    }
}
