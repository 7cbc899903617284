package org.epione.benchmark.ledger;

import java.util.concurrent.ExecutionException;

/** Measures the chain and prints Markdown: README.md. */
public final class LedgerMain {

  private static final int EPISODES = 300;
  private static final int ROUNDS = 7;
  private static final long MOST_RECORDS = 100_000;

  private LedgerMain() {}

  /**
   * Measures.
   *
   * @param arguments the number of episodes of the chain that is verified, of rounds, and of
   *     records up to which growth is measured; all may be left out
   */
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    int episodes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : EPISODES;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
    long most = arguments.length > 2 ? Long.parseLong(arguments[2]) : MOST_RECORDS;
    System.out.println(new Verification(episodes).measure(rounds));
    System.out.println(new Growth().measure(most));
  }
}
