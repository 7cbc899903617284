package org.epione.ledger.identity;

import java.util.Base64;
import java.util.Locale;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;

/**
 * The key of a doctor's station, with proof that the station holds it: what a station shows as its
 * enrolment code, and what the doctor enrols.
 *
 * @param key Ed25519 public key, 32 bytes
 * @param possession the station's own signature over {@link #toProve}, 64 bytes
 */
public record StationIdentity(ByteString key, ByteString possession) {

  /** Most characters in a code as text. */
  public static final int MAX_TEXT = 256;

  private static final String TAG = "epione.station-identity";
  private static final String POSSESSION_TAG = "epione.station-possession";
  private static final int NAME_DIGITS = 16;

  /** Checks the lengths; the key is checked as a key only where it is used. */
  public StationIdentity {
    KeyLengths.require(key, KeyLengths.ED25519_KEY, "an Ed25519 key");
    KeyLengths.require(possession, KeyLengths.ED25519_SIGNATURE, "an Ed25519 signature");
  }

  /** What a station signs to show that it holds {@code key}. */
  public static byte[] toProve(ByteString key) {
    return CanonicalWriter.of(POSSESSION_TAG, 1)
        .fixed(key.bytes(), KeyLengths.ED25519_KEY)
        .toByteArray();
  }

  /**
   * Name of the station with this key, for people to compare and as sender of its messages: {@code
   * STATION-} and the first 16 hexadecimal digits, upper case, of the key's SHA-256.
   */
  public static String name(ByteString key) {
    return "STATION-"
        + Digest.of(key.bytes()).hex().substring(0, NAME_DIGITS).toUpperCase(Locale.ROOT);
  }

  /** Name of this station. */
  public String name() {
    return name(key);
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(key.bytes(), KeyLengths.ED25519_KEY)
        .fixed(possession.bytes(), KeyLengths.ED25519_SIGNATURE)
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static StationIdentity decode(byte[] encoded) {
    return CanonicalReader.decode(TAG, 1, encoded, StationIdentity::read);
  }

  private static StationIdentity read(CanonicalReader from) {
    return new StationIdentity(
        ByteString.of(from.fixed(KeyLengths.ED25519_KEY)),
        ByteString.of(from.fixed(KeyLengths.ED25519_SIGNATURE)));
  }

  /** The enrolment code: the encoding in Base 64 for addresses (RFC 4648 section 5), no padding. */
  public String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(encode());
  }

  /**
   * Reads what {@link #text} wrote; space around it does not count.
   *
   * @throws MalformedEncodingException if it is no enrolment code
   */
  public static StationIdentity parse(String text) {
    String code = text.strip();
    if (code.length() > MAX_TEXT) {
      throw new MalformedEncodingException(TAG + ": too long");
    }
    try {
      StationIdentity station = decode(Base64.getUrlDecoder().decode(code));
      if (!station.text().equals(code)) {
        throw new MalformedEncodingException(TAG + ": not canonical");
      }
      return station;
    } catch (IllegalArgumentException e) {
      throw new MalformedEncodingException(TAG + ": not in Base 64");
    }
  }
}
