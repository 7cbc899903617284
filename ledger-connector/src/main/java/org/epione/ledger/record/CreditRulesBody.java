package org.epione.ledger.record;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.rules.CreditRules;

/**
 * New rules of credit, from the next record on.
 *
 * @param rules the rules
 */
public record CreditRulesBody(CreditRules rules) implements RecordBody {

  private static final String TAG = "epione.credit-rules-changed";
  private static final int MAX_RULES = 256;

  @Override
  public RecordType type() {
    return RecordType.CREDIT_RULES;
  }

  @Override
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1).bytes(rules.encode()).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static CreditRulesBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG, 1, encoded, from -> new CreditRulesBody(CreditRules.decode(from.bytes(MAX_RULES))));
  }
}
