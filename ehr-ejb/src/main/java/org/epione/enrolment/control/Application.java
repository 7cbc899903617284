package org.epione.enrolment.control;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.identity.KeyLengths;

/**
 * A hospital asks to be admitted: payload of {@code enrolment.apply}, in an envelope signed with
 * the key that it names, which shows that the applicant holds it.
 *
 * @param displayName the name of the hospital, 1 to 200 characters
 * @param administratorName who will administer it, 1 to 200 characters
 * @param node the deployment that hosts it
 * @param signingKey Ed25519 public key, 32 bytes
 * @param receivingKey HPKE public key, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Application(
    String displayName,
    String administratorName,
    String node,
    byte[] signingKey,
    byte[] receivingKey) {

  /** The type of its envelope. */
  public static final String TYPE = "enrolment.apply";

  private static final String TAG = "epione.enrolment-application";
  private static final int MAX_TEXT = 800;
  private static final int MAX_NAME = 200;

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException when one is not acceptable
   */
  public Application {
    if (isWrong(displayName) || isWrong(administratorName) || !node.matches("[a-z0-9-]{1,32}")) {
      throw new IllegalArgumentException("names of 1 to 200 printable characters and a node");
    }
  }

  private static boolean isWrong(String name) {
    return name.isBlank()
        || name.length() > MAX_NAME
        || name.chars().anyMatch(Character::isISOControl);
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .text(displayName)
        .text(administratorName)
        .text(node)
        .fixed(signingKey, KeyLengths.ED25519_KEY)
        .fixed(receivingKey, KeyLengths.HPKE_KEY)
        .toByteArray();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws org.epione.crypto.codec.MalformedEncodingException when it did not
   * @throws IllegalArgumentException when a name is not acceptable
   */
  public static Application decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new Application(
                from.text(MAX_TEXT),
                from.text(MAX_TEXT),
                from.text(MAX_TEXT),
                from.fixed(KeyLengths.ED25519_KEY),
                from.fixed(KeyLengths.HPKE_KEY)));
  }

  @Override
  public String toString() {
    return "Application";
  }
}
