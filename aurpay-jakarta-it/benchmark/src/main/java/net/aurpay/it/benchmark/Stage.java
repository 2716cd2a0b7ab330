package net.aurpay.it.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxOptions;

/** Runs a server with some applications, their PostgreSQL, and the sandbox that they call, until it is closed. */
record Stage(Installation installation, Keys keys, Database database, Sandbox sandbox, Liberty liberty)
        implements AutoCloseable {
    static Stage start(Installation installation, Set<App> apps, ServerOptions options)
            throws IOException, InterruptedException, SQLException {
        Keys keys = Keys.random("mct-07d283468bf8");
        Database database = Database.start();
        Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().merchants(List.of(keys)));
        try {
            int port = Liberty.freePort();
            Wars wars = new Wars(installation.jars(), keys, sandbox.url(), port);
            List<War> deployed = apps.stream().map(wars::of).toList();
            Liberty liberty = Liberty.start("benchmark", installation.liberty(), port, deployed, database, options);
            return new Stage(installation, keys, database, sandbox, liberty);
        } catch (IOException | InterruptedException e) {
            sandbox.close();
            database.close();
            throw e;
        }
    }

    /** Starts a second server with an application that uses the same database and sandbox. */
    Liberty another(App app) throws IOException, InterruptedException {
        int port = Liberty.freePort();
        War war = new Wars(installation.jars(), keys, sandbox.url(), port).of(app);
        return Liberty.start("benchmark-2", installation.liberty(), port, List.of(war), database, ServerOptions.NONE);
    }

    @Override
    public void close() throws IOException {
        liberty.close();
        sandbox.close();
        database.close();
    }
}
