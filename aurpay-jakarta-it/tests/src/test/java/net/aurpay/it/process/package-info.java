/** An Arquillian container for platforms that run no WARs: a process for each application, behind one proxy. */
@NullMarked
package net.aurpay.it.process;

import org.jspecify.annotations.NullMarked;
