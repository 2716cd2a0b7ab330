package net.aurpay.it.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** As most applications write it: nothing overridden, so that the server looks for resources. */
@ApplicationPath("probe")
public class ProbeApplication extends Application {}
