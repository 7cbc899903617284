package org.epione.custody.control;

import org.epione.crypto.hybrid.AeadKey;

/**
 * A person's keys, open, and what they are wrapped under. Closing wipes all of it.
 *
 * @param personKey wraps the keys anew
 */
public record OpenPerson(OpenPersonKeys keys, AeadKey personKey) implements AutoCloseable {

  @Override
  public void close() {
    keys.close();
    personKey.close();
  }

  /** Never what is in it. */
  @Override
  public String toString() {
    return "OpenPerson";
  }
}
