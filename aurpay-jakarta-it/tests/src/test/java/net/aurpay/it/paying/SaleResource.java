package net.aurpay.it.paying;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.sql.SQLException;
import net.aurpay.it.paymentpage.Sales;
import net.aurpay.it.paymentpage.Underpayments;

/** Sells something, and looks for underpaid orders at once, instead of at the next minute. */
@Path("sales")
public class SaleResource {
    @Inject
    Sales sales;

    @Inject
    Underpayments underpayments;

    @POST
    public String sell(@QueryParam("item") String item, @QueryParam("price") String price) throws SQLException {
        return sales.add(item, new BigDecimal(price));
    }

    @POST
    @Path("look")
    public void look() {
        underpayments.look();
    }
}
