package net.aurpay.it.staff;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** Requires a JWT for the application's own resources. */
@ApplicationPath("api")
@LoginConfig(authMethod = "MP-JWT")
public class StaffApplication extends Application {}
