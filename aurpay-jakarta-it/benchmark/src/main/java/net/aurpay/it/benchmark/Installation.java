package net.aurpay.it.benchmark;

import java.nio.file.Path;
import java.util.List;

/**
 * What is measured.
 *
 * @param liberty the home of Open Liberty
 * @param jars both libraries
 */
record Installation(Path liberty, List<Path> jars) {}
