package net.aurpay.it.benchmark.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Declares the REST API of the application with the two libraries. */
@ApplicationPath("api")
public class AppApplication extends Application {}
