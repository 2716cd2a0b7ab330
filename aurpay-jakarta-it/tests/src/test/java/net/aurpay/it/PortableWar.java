package net.aurpay.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.aurpay.it.flushing.FlushAndFail;
import net.aurpay.it.portable.PaidOrders;

/** What {@code docs/one-war.md} tells the user to put into the WAR. It is the same on every server. */
final class PortableWar {
    private static final Path FILES = Path.of("../docs/portable");
    static final Path SQL = FILES.resolve("paid-order.sql");

    private PortableWar() {}

    static ApplicationArchive addTo(ApplicationArchive archive) throws IOException {
        for (String binding : List.of("ibm-web-bnd.xml", "jboss-web.xml", "glassfish-web.xml")) {
            archive.webInf(binding, Files.readString(FILES.resolve(binding)));
        }
        return archive.webXml("portable/web.xml")
                .resource("META-INF/persistence.xml", Files.readString(FILES.resolve("persistence.xml")))
                .addPackageOf(PaidOrders.class)
                .addPackageOf(FlushAndFail.class)
                .property("aurpay.webhook.datasource", "java:comp/env/jdbc/shop");
    }
}
