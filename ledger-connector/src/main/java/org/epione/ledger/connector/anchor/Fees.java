package org.epione.ledger.connector.anchor;

import java.math.BigInteger;

/**
 * What a transaction bids for a unit of gas (EIP-1559), in wei.
 *
 * @param most in all
 * @param tip of that, most for the block's maker
 */
record Fees(BigInteger most, BigInteger tip) {

  /** Nodes take a replacement that bids a tenth more; an eighth is safely above. */
  private static final BigInteger STEP = BigInteger.valueOf(8);

  /** Bids so that the base fee may double until the transaction is in a block. */
  static Fees of(BigInteger baseFee, BigInteger tip) {
    return new Fees(baseFee.multiply(BigInteger.TWO).add(tip), tip);
  }

  /** What replaces a transaction with these: enough more, and no less than {@code now} is usual. */
  Fees raised(Fees now) {
    return new Fees(raised(most).max(now.most), raised(tip).max(now.tip));
  }

  private static BigInteger raised(BigInteger bid) {
    return bid.add(bid.divide(STEP)).add(BigInteger.ONE);
  }
}
