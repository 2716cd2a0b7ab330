package net.aurpay.webhook.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Prepares the web application that contains the endpoint, as far as the server allows. */
@ApplicationScoped
class ServletStart {
    private static final System.Logger LOG = System.getLogger(ServletStart.class.getName());
    private static final int LONGEST = 1 << 20;
    private static final Pattern DEFAULT_MAPPING = Pattern.compile(
            "<servlet-mapping[^>]*>\\s*<servlet-name>\\s*jakarta\\.ws\\.rs\\.core\\.Application\\s*</servlet-name>");

    ServletStart() {}

    /**
     * Adds the filter, and warns of a mapping that is lost.
     *
     * @param context the {@code ServletContext}; something else on Payara, which needs none of this
     */
    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        try {
            ServletFilters.add(context);
        } catch (LinkageError | RuntimeException e) {
            // Open Liberty: the application does not see the servlet API, or its listeners must not add a filter.
            LOG.log(System.Logger.Level.DEBUG, "no filter for the headers of callbacks", e);
        }
        if (isDefaultMappingLost(webXml(context))) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "web.xml maps jakarta.ws.rs.core.Application, which this server uses only in applications without"
                            + " an Application class; aurpay-jakarta-webhook brings one, so the resources under that"
                            + " mapping are answered 404. In place of the mapping, write a class: @ApplicationPath(\"…\")"
                            + " public class … extends Application {}");
        }
    }

    static boolean isDefaultMappingLost(String webXml) {
        return DEFAULT_MAPPING.matcher(webXml).find();
    }

    /**
     * Uses reflection because, on Open Liberty, the context exists even if the application does not see the servlet
     * API.
     */
    private static String webXml(Object context) {
        try (InputStream file = (InputStream) context.getClass()
                .getMethod("getResourceAsStream", String.class)
                .invoke(context, "/WEB-INF/web.xml")) {
            return file == null ? "" : new String(file.readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (ReflectiveOperationException | IOException | RuntimeException e) {
            return "";
        }
    }
}
