package org.epione.ledger.receipt;

import java.util.Optional;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;

/**
 * The hospital's answer to a submitted record: payload of {@code ledger.receipt}. Final (with its
 * inclusion) or rejected (with a reason).
 *
 * @param chain whose chain
 * @param record id of the record
 * @param inclusion where it stands; absent if rejected
 * @param rejection code of the reason; absent if final
 */
public record Receipt(
    Pid chain, Digest record, Optional<Inclusion> inclusion, Optional<String> rejection) {

  private static final String TAG = "epione.receipt";
  private static final int MAX_INCLUSION = 8192;
  private static final int MAX_REASON = 32;

  /** Checks that exactly one of inclusion and rejection is there. */
  public Receipt {
    if (inclusion.isPresent() == rejection.isPresent()) {
      throw new IllegalArgumentException("either final or rejected");
    }
  }

  /** The record is final. */
  public static Receipt ofFinal(Pid chain, Digest record, Inclusion inclusion) {
    return new Receipt(chain, record, Optional.of(inclusion), Optional.empty());
  }

  /** The record was refused. */
  public static Receipt ofRejected(Pid chain, Digest record, String reason) {
    return new Receipt(chain, record, Optional.empty(), Optional.of(reason));
  }

  /** Whether the record is final. */
  public boolean isFinal() {
    return inclusion.isPresent();
  }

  /** The canonical encoding. */
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    chain.write(to);
    return to.fixed(record.bytes(), Digest.LENGTH)
        .optional(inclusion, (out, value) -> out.bytes(value.encode()))
        .optional(rejection, CanonicalWriter::text)
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static Receipt decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new Receipt(
                Pid.read(from),
                Digest.decode(from.fixed(Digest.LENGTH)),
                from.optional(item -> Inclusion.decode(item.bytes(MAX_INCLUSION))),
                from.optional(item -> item.text(MAX_REASON))));
  }
}
