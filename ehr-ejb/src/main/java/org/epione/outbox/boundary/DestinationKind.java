package org.epione.outbox.boundary;

/** Whether one consumer gets a message, or all subscribers. */
public enum DestinationKind {
  QUEUE,
  TOPIC
}
