package org.epione.crypto.envelope;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.signature.Ed25519;
import org.epione.crypto.signature.Ed25519PublicKey;
import org.epione.crypto.signature.Ed25519SecretKey;

/**
 * An envelope with its sender's Ed25519 signature. Decoding does not check the signature: only
 * {@link #verify} with the key that the directory gives for {@code from} says who sent it.
 *
 * @param envelope the message
 * @param signature Ed25519 over {@link Envelope#toSign}, 64 bytes
 */
public record SignedEnvelope(Envelope envelope, ByteString signature) {

  private static final String TAG = "epione.signed-envelope";
  private static final int MAX_ENVELOPE = Envelope.MAX_PAYLOAD + 1024;

  /** Checks the length of the signature. */
  public SignedEnvelope {
    if (signature.size() != Ed25519.SIGNATURE_LENGTH) {
      throw new MalformedEncodingException("an envelope's signature has 64 bytes");
    }
  }

  /** Signs {@code envelope} with the key of its sender. */
  public static SignedEnvelope seal(Ed25519 ed25519, Ed25519SecretKey key, Envelope envelope) {
    return envelope.signed(ed25519.sign(key, envelope.toSign()));
  }

  /** Whether the holder of {@code sender} signed exactly this envelope. */
  public boolean verify(Ed25519 ed25519, Ed25519PublicKey sender) {
    return ed25519.verify(sender, envelope.toSign(), signature.bytes());
  }

  /** The canonical encoding, which is the body of a JMS message. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(envelope.toSign())
        .fixed(signature.bytes(), Ed25519.SIGNATURE_LENGTH)
        .toByteArray();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws MalformedEncodingException if it is no envelope
   */
  public static SignedEnvelope decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in -> Envelope.decode(in.bytes(MAX_ENVELOPE)).signed(in.fixed(Ed25519.SIGNATURE_LENGTH)));
  }

  @Override
  public String toString() {
    return envelope.toString();
  }
}
