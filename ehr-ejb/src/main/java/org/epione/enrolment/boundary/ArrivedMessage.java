package org.epione.enrolment.boundary;

import java.util.Optional;

/**
 * A message as it came from the broker, before anything in it was looked at.
 *
 * @param transportId the broker's id of this sending; a redelivery has the same. Empty where the
 *     sender switched it off
 * @param replyTo the queue that the sender waits at; empty where it named none
 * @param correlation what the answer carries so that the sender can match it
 * @param asText whether it came as text and is answered as text
 * @param content the bytes as received, text in UTF-8; of a message over the limit its beginning
 * @param size the number of bytes received
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ArrivedMessage(
    Optional<String> transportId,
    String replyTo,
    String correlation,
    boolean asText,
    byte[] content,
    long size) {

  /** The most bytes that are kept of one message: one mebibyte. */
  public static final int LIMIT = 1 << 20;

  /** Without the content. */
  @Override
  public String toString() {
    return "ArrivedMessage[" + size + " bytes]";
  }
}
