/** The guide's example of JPA in a WAR that several servers run; {@code PortableWarIT} runs it. */
@NullMarked
package net.aurpay.it.portable;

import org.jspecify.annotations.NullMarked;
