package org.epione.ledger.connector.anchor;

import java.math.BigInteger;
import java.net.URI;
import java.util.List;

/** A node of a network of its own, whose blocks the test makes. */
public interface TestNode extends AutoCloseable {

  /** The network's identifier. */
  long CHAIN_ID = 31_337;

  /** Where it answers. */
  URI address();

  /** Makes that many blocks; what waits goes into the first. */
  void mine(int blocks);

  /** Replaces the newest blocks by empty ones and forgets what was in them. */
  void reorganise(int blocks);

  /** From the next block on gas costs this much, in wei. */
  void baseFee(BigInteger wei);

  /** Has a transaction of somebody else who has the account's key take its next place. */
  void useNonceElsewhere();

  /** Forgets what waits for a block. */
  void dropWaiting();

  /** Data of all transactions in blocks, as 0x and hexadecimal digits, oldest first. */
  List<String> dataInBlocks();

  /** Stops answering. */
  void stop();

  /** Answers again at the same address, with the same chain. */
  void goOn();

  @Override
  void close();
}
