package net.aurpay.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JVM of the server under test, as the JDK's own tool sees it. */
record ServerProcess(long pid) {
    static ServerProcess find() {
        String home = Server.property("server.home");
        List<Long> found = new ArrayList<>();
        ProcessHandle.allProcesses().forEach(process -> {
            List<String> arguments = process.info().arguments().map(List::of).orElse(List.of());
            boolean ours = arguments.stream().anyMatch(argument -> argument.contains(home));
            boolean named = !Server.is("liberty") || arguments.contains(Server.property("liberty.server"));
            if (ours && named && arguments.size() > 1) {
                found.add(process.pid());
            }
        });
        if (found.size() != 1) {
            throw new IllegalStateException("one process must run <" + home + ">, were " + found);
        }
        return new ServerProcess(found.get(0));
    }

    /** How many class loaders hold a class of this name, after a garbage collection. */
    long copiesOf(String className) {
        jcmd("GC.run");
        return jcmd("VM.classloaders", "show-classes")
                .lines()
                .filter(line ->
                        line.strip().endsWith(" " + className) || line.strip().equals(className))
                .count();
    }

    String threads() {
        return jcmd("Thread.print");
    }

    private String jcmd(String... command) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        line.add(String.valueOf(pid));
        line.addAll(List.of(command));
        try {
            Process jcmd = new ProcessBuilder(line).redirectErrorStream(true).start();
            String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (jcmd.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", line) + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
