package org.epione.custody.boundary;

import java.util.Optional;
import org.epione.platform.identity.AccountId;

/**
 * What custody needs to have keys of people escrowed; implemented for each purpose by the feature
 * that keeps the shares. Called in the transaction in which the keys are wrapped.
 */
public interface EscrowKeeper {

  /** What the escrows that it keeps are for. */
  EscrowPurpose purpose();

  /** Who shall hold the shares of that person's key; empty where there is to be no escrow. */
  Optional<EscrowHolders> holders(AccountId account);

  /** Whether an escrow of that epoch is kept. */
  boolean keeps(AccountId account, long epoch);

  /** Keeps an escrow in place of any before it. */
  void keep(Escrow escrow);
}
