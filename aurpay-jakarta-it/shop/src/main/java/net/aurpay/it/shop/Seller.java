package net.aurpay.it.shop;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who sells a mug. The shop itself is paid to the unnamed account, each other seller to an account of its own. */
enum Seller {
    SHOP,
    NORTH;

    /** Returns the seller that a customer has picked; the shop itself if nothing was picked. */
    static Optional<Seller> of(@Nullable String text) {
        return text == null
                ? Optional.of(SHOP)
                : Arrays.stream(values())
                        .filter(seller -> seller.text().equals(text))
                        .findFirst();
    }

    /** The name of the account that is paid; empty for the unnamed account. */
    Optional<String> account() {
        return this == SHOP ? Optional.empty() : Optional.of(text());
    }

    /** As the shop's page spells it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
