package net.aurpay.it.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Runs a task inside a transaction of the server. */
@ApplicationScoped
public class TransactionalCaller {
    @Transactional
    public void run(Runnable task) {
        task.run();
    }
}
