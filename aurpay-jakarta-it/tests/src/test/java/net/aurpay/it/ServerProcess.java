package net.aurpay.it;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Examines the JVM of the server under test with the JDK's own tool. */
record ServerProcess(long pid) {
    static ServerProcess find() {
        return find(
                Path.of(Server.property("server.home")), Server.is("liberty") ? Server.property("liberty.server") : "");
    }

    /** Finds the process of a server in this folder, whose command line also contains the name. */
    static ServerProcess find(Path home, String name) {
        List<String> found = output("jcmd", "-l")
                .lines()
                .filter(line -> line.contains(home.toString()) && line.contains(name))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("one process must run <" + home + ">, were " + found);
        }
        return new ServerProcess(Long.parseLong(found.get(0).split(" ", 2)[0]));
    }

    /** Counts the class loaders that hold a class of this name, after a garbage collection. */
    long copiesOf(String className) {
        jcmd("GC.run");
        return jcmd("VM.classloaders", "show-classes")
                .lines()
                .filter(line ->
                        line.strip().endsWith(" " + className) || line.strip().equals(className))
                .count();
    }

    /** Counts the objects of this class, after a garbage collection. */
    long instancesOf(String className) {
        return jcmd("GC.class_histogram")
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 3 && columns[3].equals(className))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }

    /** Returns the names of the JVM's MBeans. */
    @SuppressWarnings("BanJNDI") // the address comes from the JVM itself, on this machine
    Set<ObjectName> mbeans() throws IOException, AttachNotSupportedException {
        VirtualMachine jvm = VirtualMachine.attach(String.valueOf(pid));
        try (JMXConnector jmx = JMXConnectorFactory.connect(new JMXServiceURL(jvm.startLocalManagementAgent()))) {
            return jmx.getMBeanServerConnection().queryNames(null, null);
        } finally {
            jvm.detach();
        }
    }

    String threads() {
        return jcmd("Thread.print");
    }

    private String jcmd(String... command) {
        List<String> line = new ArrayList<>(List.of("jcmd", String.valueOf(pid)));
        line.addAll(List.of(command));
        return output(line.toArray(String[]::new));
    }

    /** Runs a tool of the JDK that runs the tests, and returns its output. */
    private static String output(String... command) {
        command[0] = Path.of(System.getProperty("java.home"), "bin", command[0]).toString();
        try {
            Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (tool.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
