package net.aurpay.it.benchmark.bare;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Declares the REST API of the application without the two libraries. */
@ApplicationPath("api")
public class BareApplication extends Application {}
