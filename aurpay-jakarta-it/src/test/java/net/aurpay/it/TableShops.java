package net.aurpay.it;

/** Applications on the server under test with their inbox in a table of one PostgreSQL. */
interface TableShops {
    /** Nothing is looked up. */
    String TABLE = "table";

    /** With {@code aurpay.webhook.confirm}. */
    String CONFIRMING = "confirming";

    /** To be asked for before each test: the sandbox sends its callbacks there from now on. */
    ShopProbe shop(String application);
}
