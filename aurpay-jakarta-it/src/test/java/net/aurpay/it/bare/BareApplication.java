package net.aurpay.it.bare;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Finds its one resource by itself. */
@ApplicationPath("bare")
public class BareApplication extends Application {}
