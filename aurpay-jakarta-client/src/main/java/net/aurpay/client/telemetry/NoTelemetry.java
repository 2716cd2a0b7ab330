package net.aurpay.client.telemetry;

/** Records nothing. */
enum NoTelemetry implements Telemetry, Telemetry.Observation {
    INSTANCE;

    @Override
    public Observation start(String spanName) {
        return this;
    }

    @Override
    public boolean isOn() {
        return false;
    }

    @Override
    public boolean isObserving() {
        return false;
    }

    @Override
    public void detail(String key, String value) {}

    @Override
    public void tag(String key, String value) {}

    @Override
    public void tag(String key, long value) {}

    @Override
    public void failed() {}

    @Override
    public void close() {}
}
