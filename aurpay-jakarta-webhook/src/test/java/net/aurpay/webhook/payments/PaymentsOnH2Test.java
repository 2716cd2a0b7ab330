package net.aurpay.webhook.payments;

import javax.sql.DataSource;
import net.aurpay.webhook.inbox.TableInboxOnH2Test;

class PaymentsOnH2Test extends PaymentsContract {
    @Override
    DataSource database() {
        return TableInboxOnH2Test.h2("");
    }
}
