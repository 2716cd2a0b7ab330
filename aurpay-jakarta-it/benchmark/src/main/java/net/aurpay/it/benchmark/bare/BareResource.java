package net.aurpay.it.benchmark.bare;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import net.aurpay.it.benchmark.clock.Clocked;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Does the minimum that an application has to do. Application-scoped, because otherwise the server would build a new REST
 * client for each request.
 */
@ApplicationScoped
@Path("/")
public class BareResource {
    @Inject
    @RestClient
    PlainOrders orders;

    @Inject
    @ConfigProperty(name = "plain.api-key")
    String key;

    @SuppressWarnings("NullAway.Init") // injected by the container
    @Resource(lookup = "jdbc/benchmark")
    DataSource dataSource;

    @SuppressWarnings("NullAway.Init") // injected by the container
    @Resource(lookup = "java:comp/UserTransaction")
    UserTransaction transaction;

    @Inject
    Event<Received> events;

    record Received(String payment) {}

    @POST
    @Path("body")
    @Consumes(MediaType.WILDCARD)
    public Response body(byte[] body) {
        return Response.ok().build();
    }

    /** Inserts a row; the connection commits automatically. */
    @POST
    @Path("insert")
    @Consumes(MediaType.WILDCARD)
    public Response insert(@QueryParam("payment") String payment, byte[] body) throws SQLException {
        insert(payment);
        return Response.ok().build();
    }

    /** Does what every callback needs: fires an event in a transaction. */
    @POST
    @Path("event")
    @Consumes(MediaType.WILDCARD)
    public Response event(@QueryParam("payment") String payment, byte[] body) throws Exception {
        transaction.begin();
        events.fire(new Received(payment));
        transaction.commit();
        return Response.ok().build();
    }

    /** Looks for the row first; then fires an event and inserts the row in one transaction. */
    @POST
    @Path("event-and-row")
    @Consumes(MediaType.WILDCARD)
    public Response eventAndRow(@QueryParam("payment") String payment, byte[] body) throws Exception {
        if (isThere(payment)) {
            return Response.status(Response.Status.CONFLICT).build();
        }
        transaction.begin();
        insert(payment);
        events.fire(new Received(payment));
        transaction.commit();
        return Response.ok().build();
    }

    private void insert(String payment) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into plain (id) values (?)")) {
            insert.setString(1, payment);
            insert.executeUpdate();
        }
    }

    private boolean isThere(String payment) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select id from plain where id = ?")) {
            select.setString(1, payment);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    @GET
    @Path("call")
    public String call(@QueryParam("count") int count) {
        return Clocked.times(count, () -> require(orders.orders(key)));
    }

    /** Checks that the call succeeded: an error response would come back sooner. */
    private static void require(PlainPage page) {
        if (page.data() == null
                || page.data().data() == null
                || page.data().data().isEmpty()) {
            throw new IllegalStateException("no orders: " + page);
        }
    }

    @GET
    @Path("heap")
    public String heap() {
        return Clocked.heap();
    }
}
