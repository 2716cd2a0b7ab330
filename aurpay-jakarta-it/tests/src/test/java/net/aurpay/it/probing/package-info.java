/** An application that probes its public URL when it is asked to. */
@NullMarked
package net.aurpay.it.probing;

import org.jspecify.annotations.NullMarked;
