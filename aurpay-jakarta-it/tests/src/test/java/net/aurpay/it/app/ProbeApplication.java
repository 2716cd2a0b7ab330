package net.aurpay.it.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * The application's root, as most applications write it: nothing is overridden, so that the server looks for resources.
 */
@ApplicationPath("probe")
public class ProbeApplication extends Application {}
