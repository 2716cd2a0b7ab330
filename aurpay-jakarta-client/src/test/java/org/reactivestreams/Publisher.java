package org.reactivestreams;

/** Stands in for the type that {@code CallParameters} knows by its name: the client has no dependency on it. */
public interface Publisher<T> {}
