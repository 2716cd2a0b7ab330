/** The demo shop: the README's examples, compiled. */
package net.aurpay.it.shop;
