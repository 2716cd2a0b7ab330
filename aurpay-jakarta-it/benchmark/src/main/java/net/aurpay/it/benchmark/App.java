package net.aurpay.it.benchmark;

import java.util.Locale;

/** The applications that are measured on Open Liberty. */
enum App {
    /** Calls the API by hand, without the libraries. */
    BARE,
    /** Uses both libraries; its inbox is in memory. */
    MEMORY,
    /** The same with its inbox in a table. */
    TABLE,
    /** Receives callbacks by hand; their ids are in memory. */
    BYHAND_MEMORY,
    /** The same with the ids in a table. */
    BYHAND_TABLE,
    /** Receives the callbacks of many accounts. */
    ACCOUNTS,
    /** Opens payments and sweeps them. */
    SWEEPING;

    /** Returns its context root, without a slash. */
    String root() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns an address of it. */
    String at(String path) {
        return "/" + root() + "/" + path;
    }
}
