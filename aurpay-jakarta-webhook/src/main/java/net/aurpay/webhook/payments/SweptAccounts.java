package net.aurpay.webhook.payments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which accounts a sweep looks at.
 *
 * @param excluded whether {@code names} are left out, and all other accounts are swept
 */
record SweptAccounts(List<String> names, boolean excluded) {
    /** More would make the statement too long for some databases. */
    private static final int MOST = 500;

    SweptAccounts {
        names = List.copyOf(names);
    }

    static SweptAccounts all() {
        return new SweptAccounts(List.of(), true);
    }

    static SweptAccounts only(String account) {
        return new SweptAccounts(List.of(account), false);
    }

    boolean contains(String account) {
        return names.contains(account) != excluded;
    }

    SweptAccounts without(String account) {
        List<String> others = new ArrayList<>(names);
        if (excluded) {
            others.add(account);
        } else {
            others.remove(account);
        }
        return new SweptAccounts(others, excluded);
    }

    /** Whether a sweep must end, because no account is left, or because too many accounts are left out. */
    boolean isOver() {
        return excluded ? names.size() > MOST : names.isEmpty();
    }

    /** The end of a condition, with a parameter for each name. */
    String condition() {
        return names.isEmpty()
                ? ""
                : " and account " + (excluded ? "not in (" : "in (")
                        + String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
    }
}
