package net.aurpay.it.guide;

/** Sends mail; every shop has its own implementation. */
public interface Mailer {
    void send(String text);
}
