package net.aurpay.it.benchmark;

import java.util.List;

/**
 * What a server has besides what every benchmark needs.
 *
 * @param features of Open Liberty
 * @param jvm options of the JVM
 */
record ServerOptions(List<String> features, List<String> jvm) {
    static final ServerOptions NONE = new ServerOptions(List.of(), List.of());
}
