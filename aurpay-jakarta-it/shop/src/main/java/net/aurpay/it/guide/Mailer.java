package net.aurpay.it.guide;

/** The shop's own. */
public interface Mailer {
    void send(String text);
}
