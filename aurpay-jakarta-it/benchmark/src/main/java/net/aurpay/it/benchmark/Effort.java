package net.aurpay.it.benchmark;

/**
 * How much is measured: enough for a result, or only as little as shows that every benchmark still runs.
 *
 * @param rounds how often the contenders take turns
 * @param trial whether nothing is measured, so that the load of the machine cannot make a difference
 */
record Effort(int rounds, boolean trial) {
    /** @param rounds 0 for a trial */
    static Effort of(int rounds) {
        return new Effort(Math.max(rounds, 1), rounds == 0);
    }

    /** Returns the first number for a measurement, the second one for a trial. */
    int of(int measured, int tried) {
        return trial ? tried : measured;
    }
}
