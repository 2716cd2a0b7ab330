package io.smallrye.mutiny;

/** Stands in for the type that {@code CallParameters} knows by its name: the client has no dependency on it. */
public interface Uni<T> {}
