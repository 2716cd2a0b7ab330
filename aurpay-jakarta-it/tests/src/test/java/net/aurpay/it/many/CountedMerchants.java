package net.aurpay.it.many;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Specializes;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import net.aurpay.client.Account;
import net.aurpay.it.accounts.Merchants;

/** Counts how often this server looks an account up in the database. */
@Specializes
@ApplicationScoped
public class CountedMerchants extends Merchants {
    private final AtomicLong lookUps = new AtomicLong();

    @Override
    @Transactional
    public Optional<Account> find(String name) {
        lookUps.incrementAndGet();
        return super.find(name);
    }

    long lookUps() {
        return lookUps.get();
    }
}
