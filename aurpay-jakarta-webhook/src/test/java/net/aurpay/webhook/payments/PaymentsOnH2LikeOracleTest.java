package net.aurpay.webhook.payments;

import javax.sql.DataSource;
import net.aurpay.webhook.inbox.TableInboxOnH2Test;

/** Runs the contract on H2 in its Oracle mode, in which an empty text is null. */
class PaymentsOnH2LikeOracleTest extends PaymentsContract {
    @Override
    DataSource database() {
        return TableInboxOnH2Test.h2("Oracle");
    }
}
