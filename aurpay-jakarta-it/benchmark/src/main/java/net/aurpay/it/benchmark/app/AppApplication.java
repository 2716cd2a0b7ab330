package net.aurpay.it.benchmark.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Instantiated by the container. */
@ApplicationPath("api")
public class AppApplication extends Application {}
