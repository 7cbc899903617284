package org.epione.audit.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.account.boundary.AccountView;
import org.epione.account.boundary.Accounts;
import org.epione.audit.boundary.EpochView;
import org.epione.audit.boundary.EpochView.ArchiveView;
import org.epione.audit.boundary.EpochView.State;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.connector.ChainSummary;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.connector.EpochSummary;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.store.ArchiveRow;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Epoch;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** The epochs of a chain as people see them, and what is done with closed ones. */
@ApplicationScoped
public class EpochDesk {

  @EJB private Chains chains;
  @EJB private Accounts accounts;

  /** Closed ones, the first one first, then the open one. */
  public List<EpochView> all(PartyCode hospital) {
    ChainSummary chain = require(hospital);
    List<EpochView> epochs = new ArrayList<>();
    long closed = 0;
    for (EpochSummary epoch : chains.epochs(hospital.value())) {
      epochs.add(view(epoch));
      closed += epoch.records();
    }
    if (chain.height() >= 0) {
      open(chains.state(hospital.value()), chain.records() - closed).ifPresent(epochs::add);
    }
    return List.copyOf(epochs);
  }

  /**
   * Writes a closed epoch as a file for verifiers.
   *
   * @throws RefusedException EHR-4602 if its records were deleted here, EHR-4603 if it is not
   *     closed
   */
  public void write(PartyCode hospital, long number, OutputStream out) throws IOException {
    require(hospital);
    try {
      chains.writeEpoch(hospital.value(), number, out);
    } catch (LedgerException refused) {
      throw refusal(refused);
    }
  }

  /**
   * Deletes the records of an epoch that lie in the file of that name and digest. Once more with
   * the same file, as by somebody who did not hear the answer, changes nothing.
   *
   * @throws RefusedException EHR-4603 if the epoch may not be archived, or not by this file
   */
  public void delete(PartyCode hospital, long number, String name, Digest digest, AccountId by) {
    require(hospital);
    boolean done =
        chains.epochs(hospital.value()).stream()
            .filter(epoch -> epoch.number() == number)
            .flatMap(epoch -> epoch.archive().stream())
            .anyMatch(archive -> archive.digest().equals(digest));
    if (done) {
      return;
    }
    try {
      chains.deleteEpoch(hospital.value(), number, name, digest, by.toString());
    } catch (LedgerException refused) {
      throw refusal(refused);
    }
  }

  /** The last epoch whose records were deleted here. */
  Optional<EpochSummary> lastArchived(PartyCode hospital) {
    return chains.epochs(hospital.value()).stream()
        .filter(epoch -> epoch.archive().isPresent())
        .reduce((first, later) -> later);
  }

  private ChainSummary require(PartyCode hospital) {
    return chains
        .summary(hospital.value())
        .orElseThrow(() -> new RefusedException(ErrorCode.CHAIN_UNKNOWN));
  }

  private EpochView view(EpochSummary epoch) {
    return new EpochView(
        epoch.number(),
        epoch.archive().isPresent() ? State.ARCHIVED : State.CLOSED,
        epoch.firstHeight(),
        Optional.of(epoch.lastHeight()),
        epoch.records(),
        Optional.empty(),
        Optional.of(epoch.closed()),
        Optional.of(epoch.anchor().hex()),
        epoch.state().map(Digest::hex),
        epoch.archive().map(this::view));
  }

  private ArchiveView view(ArchiveRow archive) {
    return new ArchiveView(
        archive.name(),
        archive.digest().hex(),
        archive.archived(),
        Optional.of(archive.by())
            .filter(account -> !account.isEmpty())
            .flatMap(account -> accounts.find(AccountId.of(account)))
            .map(AccountView::displayName));
  }

  private static Optional<EpochView> open(ChainState state, long records) {
    return state
        .epoch()
        .map(
            (Epoch epoch) ->
                new EpochView(
                    epoch.number(),
                    State.OPEN,
                    epoch.firstHeight(),
                    Optional.empty(),
                    records,
                    state
                        .founding()
                        .map(founding -> epoch.since().plus(founding.blockRules().epoch())),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
  }

  private static RuntimeException refusal(LedgerException refused) {
    return switch (refused.problem()) {
      case ARCHIVED -> new RefusedException(ErrorCode.CHAIN_ARCHIVED, refused.detail());
      case CANNOT_ARCHIVE -> new RefusedException(ErrorCode.EPOCH_NOT_ARCHIVABLE, refused.detail());
      default -> refused;
    };
  }
}
