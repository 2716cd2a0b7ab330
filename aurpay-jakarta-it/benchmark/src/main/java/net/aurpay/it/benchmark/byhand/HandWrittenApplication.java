package net.aurpay.it.benchmark.byhand;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Declares the REST API of the application that receives callbacks without the library. */
@ApplicationPath("api")
public class HandWrittenApplication extends Application {}
