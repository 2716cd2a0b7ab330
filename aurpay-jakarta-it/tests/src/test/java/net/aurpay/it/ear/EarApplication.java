package net.aurpay.it.ear;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The WAR's own REST API. */
@ApplicationPath("probe")
public class EarApplication extends Application {}
