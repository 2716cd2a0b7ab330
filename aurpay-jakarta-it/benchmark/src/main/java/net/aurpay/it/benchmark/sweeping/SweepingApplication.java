package net.aurpay.it.benchmark.sweeping;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Declares the REST API of the application that sweeps. */
@ApplicationPath("api")
public class SweepingApplication extends Application {}
