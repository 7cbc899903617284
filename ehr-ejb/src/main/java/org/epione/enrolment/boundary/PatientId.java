package org.epione.enrolment.boundary;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.UUID;

/** The identity of a patient's registration with one hospital; tells nothing about her. */
public record PatientId(UUID value) implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * The id from its text.
   *
   * @throws IllegalArgumentException when it is not one
   */
  public static PatientId of(String text) {
    UUID value = UUID.fromString(text);
    if (!value.toString().equals(text)) {
      throw new IllegalArgumentException("not the id of a patient");
    }
    return new PatientId(value);
  }

  /** The 16 bytes that her pseudo-identities are made of. */
  public byte[] bytes() {
    return ByteBuffer.allocate(16)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits())
        .array();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
