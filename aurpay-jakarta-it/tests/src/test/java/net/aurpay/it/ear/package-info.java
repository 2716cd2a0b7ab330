/** An application in an EAR: its observers in an EJB module, its pages in a WAR. */
@NullMarked
package net.aurpay.it.ear;

import org.jspecify.annotations.NullMarked;
