package net.aurpay.it.table;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Shows whether the observer holds a reference ({@code GET stage/hold1}), and releases it ({@code POST}). */
@Path("stage/{reference}")
public class StageResource {
    @Inject
    Stage stage;

    @GET
    public String isHeld(@PathParam("reference") String reference) {
        return Boolean.toString(stage.isHeld(reference));
    }

    @POST
    public void letGo(@PathParam("reference") String reference) {
        stage.letGo(reference);
    }
}
