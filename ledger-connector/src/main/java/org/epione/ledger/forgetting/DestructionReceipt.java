package org.epione.ledger.forgetting;

import java.time.Instant;
import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.KeyLengths;

/**
 * {@code forgetting.destroyed}, from the system manager to the hospital: what it held for a patient
 * is destroyed, and it takes nothing more. Signed by itself, so that it can be shown to others; the
 * certificate carries it.
 *
 * @param order SHA-256 of the {@code forgetting.order} message
 * @param entries how many of each kind there were, in the order of the kinds
 * @param at when, milliseconds
 * @param signature of the system manager, Ed25519 over {@link #toSign}, 64 bytes
 */
public record DestructionReceipt(
    Digest order, List<Entry> entries, Instant at, ByteString signature) {

  /** The type of the message. */
  public static final String TYPE = "forgetting.destroyed";

  /** Most bytes of an encoding. */
  static final int MAX_LENGTH = 1024;

  private static final String TAG = "epione.forgetting.destroyed";
  private static final String SIGNED = "epione.forgetting.destroyed.signed";
  private static final int MAX_SIGNED = 512;
  private static final int MAX_NAME = 32;
  private static final int MOST = 16;

  /** Copies the list. */
  public DestructionReceipt {
    entries = List.copyOf(entries);
    KeyLengths.require(signature, KeyLengths.ED25519_SIGNATURE, "an Ed25519 signature");
  }

  /**
   * How many entries of a kind there were.
   *
   * @param what a name that {@link Destroyed#atManager} knows
   */
  public record Entry(String what, long number) {

    /** Refuses a kind that nobody can read. */
    public Entry {
      Destroyed.atManager(what);
    }
  }

  /** What the system manager signs. */
  public static byte[] toSign(Digest order, List<Entry> entries, Instant at) {
    return CanonicalWriter.of(SIGNED, 1)
        .fixed(order.bytes(), Digest.LENGTH)
        .list(entries, (out, each) -> out.text(each.what()).u32(each.number()))
        .instant(at)
        .toByteArray();
  }

  /** What the system manager signed. */
  public byte[] toSign() {
    return toSign(order, entries, at);
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(toSign())
        .fixed(signature.bytes(), KeyLengths.ED25519_SIGNATURE)
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static DestructionReceipt decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    byte[] signed = in.bytes(MAX_SIGNED);
    ByteString signature = ByteString.of(in.fixed(KeyLengths.ED25519_SIGNATURE));
    return in.end(
        () ->
            CanonicalReader.decode(
                SIGNED,
                1,
                signed,
                from ->
                    new DestructionReceipt(
                        Digest.decode(from.fixed(Digest.LENGTH)),
                        from.list(MOST, DestructionReceipt::entry),
                        from.instant(),
                        signature)));
  }

  private static Entry entry(CanonicalReader in) {
    return new Entry(in.text(MAX_NAME), in.u32());
  }
}
