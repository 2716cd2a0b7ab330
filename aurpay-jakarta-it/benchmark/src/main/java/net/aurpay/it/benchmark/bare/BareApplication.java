package net.aurpay.it.benchmark.bare;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Instantiated by the container. */
@ApplicationPath("api")
public class BareApplication extends Application {}
