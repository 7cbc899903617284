package org.epione.crypto.envelope;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * A message from one party to another before it is signed.
 *
 * @param id names it, so that a receiver can tell a repetition
 * @param type what the payload is, e.g. {@code team.turn}: 1 to 64 of a-z, 0-9, '.' and '-'
 * @param from code of the sending party, 2 to 32 of A-Z, 0-9 and '-'
 * @param to code of the receiving party
 * @param created when it was made, to the millisecond
 * @param inReplyTo the envelope that this one answers, if any
 * @param payload canonical encoding of what is sent, at most {@link #MAX_PAYLOAD} bytes
 */
public record Envelope(
    EnvelopeId id,
    String type,
    String from,
    String to,
    Instant created,
    Optional<EnvelopeId> inReplyTo,
    ByteString payload) {

  /** Most bytes of payload: 32 MiB. */
  public static final int MAX_PAYLOAD = 32 << 20;

  private static final String TAG = "epione.envelope";
  private static final int MAX_TYPE = 64;
  private static final int MAX_CODE = 32;
  private static final Pattern TYPE = Pattern.compile("[a-z0-9.-]{1,64}");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{2,32}");

  /** Checks the form; drops what is finer than a millisecond. */
  public Envelope {
    created = created.truncatedTo(ChronoUnit.MILLIS);
    if (!TYPE.matcher(type).matches()) {
      throw new IllegalArgumentException("bad envelope type");
    }
    if (!CODE.matcher(from).matches() || !CODE.matcher(to).matches()) {
      throw new IllegalArgumentException("bad party code");
    }
    if (payload.size() > MAX_PAYLOAD) {
      throw new IllegalArgumentException("payload too long");
    }
  }

  /** The canonical encoding, which is what the sender signs with Ed25519. */
  public byte[] toSign() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(id.bytes(), EnvelopeId.LENGTH)
        .text(type)
        .text(from)
        .text(to)
        .instant(created)
        .optional(inReplyTo, (out, answered) -> out.fixed(answered.bytes(), EnvelopeId.LENGTH))
        .bytes(payload.bytes())
        .toByteArray();
  }

  /** Reads what {@link #toSign} wrote. */
  static Envelope decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new Envelope(
                EnvelopeId.of(in.fixed(EnvelopeId.LENGTH)),
                in.text(MAX_TYPE),
                in.text(MAX_CODE),
                in.text(MAX_CODE),
                in.instant(),
                in.optional(item -> EnvelopeId.of(item.fixed(EnvelopeId.LENGTH))),
                ByteString.of(in.bytes(MAX_PAYLOAD))));
  }

  /** With the sender's signature over {@link #toSign}, 64 bytes. */
  public SignedEnvelope signed(byte[] signature) {
    return new SignedEnvelope(this, ByteString.of(signature));
  }

  /** Names and kind only: the payload may be about a patient. */
  @Override
  public String toString() {
    return "Envelope(" + id.hex() + ' ' + type + ' ' + from + " to " + to + ')';
  }
}
