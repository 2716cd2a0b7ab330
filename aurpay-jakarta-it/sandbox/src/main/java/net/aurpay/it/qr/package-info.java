/** QR codes for a phone's camera, shown by the shop and by the sandbox's cashier page. */
@NullMarked
package net.aurpay.it.qr;

import org.jspecify.annotations.NullMarked;
