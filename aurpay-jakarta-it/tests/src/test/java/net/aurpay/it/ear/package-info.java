/** An application in an EAR, with observers in an EJB module and resources in a WAR. */
@NullMarked
package net.aurpay.it.ear;

import org.jspecify.annotations.NullMarked;
