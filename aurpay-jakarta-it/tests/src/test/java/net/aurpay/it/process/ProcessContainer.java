package net.aurpay.it.process;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.descriptor.api.Descriptor;

/** Runs each application in its own process. All applications are reached at one port, by their names. */
public final class ProcessContainer implements DeployableContainer<ProcessConfiguration> {
    private static final String HOST = "localhost";

    private final Platform platform = Platform.ofBuild();
    private final Front front = new Front(Integer.getInteger("http.port"));
    private final Map<String, Application> running = new ConcurrentHashMap<>();

    @Override
    public Class<ProcessConfiguration> getConfigurationClass() {
        return ProcessConfiguration.class;
    }

    @Override
    public void setup(ProcessConfiguration configuration) {
        platform.check();
    }

    @Override
    public void start() throws LifecycleException {
        try {
            front.start();
        } catch (IOException e) {
            throw new LifecycleException("no proxy in front of the applications", e);
        }
    }

    @Override
    public void stop() {
        front.stop();
        running.values().forEach(Application::stop);
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        String name = name(archive);
        Application application = Application.start(platform, archive, name);
        running.put(name, application);
        front.lead(name, application.port());
        HTTPContext context = new HTTPContext(HOST, Integer.getInteger("http.port"));
        context.add(new Servlet("probe", "/" + name));
        return new ProtocolMetaData().addContext(context);
    }

    @Override
    public void undeploy(Archive<?> archive) {
        Application application = running.remove(name(archive));
        if (application != null) {
            application.stop();
        }
    }

    private static String name(Archive<?> archive) {
        return archive.getName().replaceFirst("\\.war$", "");
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still has this method
    public void deploy(Descriptor descriptor) {
        throw new UnsupportedOperationException();
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still has this method
    public void undeploy(Descriptor descriptor) {
        throw new UnsupportedOperationException();
    }
}
