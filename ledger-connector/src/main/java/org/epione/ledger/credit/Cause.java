package org.epione.ledger.credit;

import java.time.Instant;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordBody;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.record.RejectionBody;
import org.epione.ledger.record.ReportDecidedBody;

/**
 * The record that moves a score.
 *
 * @param record its id
 * @param content digest of its content, by which an appeal names it
 * @param type its type
 * @param height of its block
 * @param index within the block, from 0
 * @param at its time
 * @param reason code of the rule broken for a rejection, the severity for an upheld report, else
 *     empty
 */
public record Cause(
    Digest record,
    Digest content,
    RecordType type,
    long height,
    int index,
    Instant at,
    String reason) {

  private static final int MAX_REASON = 32;

  /** {@code record}, which stands at that place. */
  public static Cause of(LedgerRecord record, long height, int index) {
    return new Cause(
        record.id(),
        record.contentDigest(),
        record.type(),
        height,
        index,
        record.time(),
        reason(record.body()));
  }

  void write(CanonicalWriter to) {
    to.fixed(record.bytes(), Digest.LENGTH)
        .fixed(content.bytes(), Digest.LENGTH)
        .u8(type.code())
        .u64(height)
        .u16(index)
        .instant(at)
        .text(reason);
  }

  static Cause read(CanonicalReader from) {
    return new Cause(
        Digest.decode(from.fixed(Digest.LENGTH)),
        Digest.decode(from.fixed(Digest.LENGTH)),
        RecordType.of(from.u8()),
        from.u64(),
        from.u16(),
        from.instant(),
        from.text(MAX_REASON));
  }

  private static String reason(RecordBody body) {
    if (body instanceof RejectionBody rejection) {
      return rejection.reason();
    }
    return body instanceof ReportDecidedBody decided
        ? decided.severity().map(Enum::name).orElse("")
        : "";
  }
}
