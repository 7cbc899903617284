package org.epione.ledger.identity;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.Pseudonym;

/**
 * Pseudo-identity of a system manager, hospital, cloud, doctor, or of a patient within one episode
 * (protocols 1): 1 to 128 opaque bytes that only the issuer can resolve. The form in which a chain
 * names people and servers; {@link Pseudonym} is the same value as the schemes sign it.
 *
 * @param value the bytes
 */
public record Pid(ByteString value) implements Comparable<Pid> {

  /** Most bytes in one. */
  public static final int MAX_LENGTH = 128;

  /** Checks the length. */
  public Pid {
    if (value.size() == 0 || value.size() > MAX_LENGTH) {
      throw new MalformedEncodingException("a pseudo-identity has 1 to " + MAX_LENGTH + " bytes");
    }
  }

  /** The pseudo-identity of these bytes. */
  public static Pid of(byte[] bytes) {
    return new Pid(ByteString.of(bytes));
  }

  /** The pseudo-identity of these hexadecimal digits. */
  public static Pid ofHex(String hex) {
    return new Pid(ByteString.ofHex(hex));
  }

  /** The pseudo-identity that a scheme calls a pseudonym. */
  public static Pid of(Pseudonym pseudonym) {
    return of(pseudonym.bytes());
  }

  /** This value as the schemes sign it. */
  public Pseudonym pseudonym() {
    return Pseudonym.of(value.bytes());
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return value.bytes();
  }

  /** Lower-case hexadecimal. */
  public String hex() {
    return value.hex();
  }

  /** Adds it to an encoding: u32 length and the bytes. */
  public void write(CanonicalWriter to) {
    to.bytes(value.bytes());
  }

  /** Reads what {@link #write} wrote. */
  public static Pid read(CanonicalReader from) {
    return of(from.bytes(MAX_LENGTH));
  }

  @Override
  public int compareTo(Pid other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return hex();
  }
}
