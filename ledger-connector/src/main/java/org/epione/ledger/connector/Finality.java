package org.epione.ledger.connector;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.connector.port.LedgerEnvironment;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.store.AlarmRow;
import org.epione.ledger.connector.store.LedgerStore;
import org.epione.ledger.finality.Countersignature;
import org.epione.ledger.finality.Electorate;
import org.epione.ledger.identity.Pid;

/**
 * The second level of finality of the chains made here, and what stations say; for the features
 * around, which decide who may see it.
 */
@Stateless
@PermitAll
public class Finality {

  @Resource(lookup = "java:app/jdbc/EpioneDS")
  private DataSource dataSource;

  @EJB private Ledger ledger;
  @EJB private LedgerEnvironment environment;

  /** For the container. */
  public Finality() {}

  /**
   * Does what a station asks for in a signed envelope, and answers.
   *
   * @throws LedgerException if the message is not acceptable
   */
  public byte[] answer(byte[] message) {
    return ledger.answerStation(message);
  }

  /** How far two thirds of the delegates have come. */
  public DelegateFinality of(String hospital) {
    Instant now = environment.clock().instant();
    Electorate electorate =
        ledger
            .state(hospital, hospital)
            .map(Electorate::after)
            .orElseGet(() -> new Electorate(List.of()));
    return new DelegateFinality(
        store().votes().finalHeight(hospital),
        electorate.count(now),
        electorate.stations(now),
        electorate.needed(now));
  }

  /** How many countersigned a block of this height and time. */
  public BlockVotes votes(String hospital, long height, Instant time) {
    Map<Long, List<Countersignature>> votes = store().votes().of(hospital, height, 1);
    Electorate electorate = store().delegates().at(hospital, height);
    return new BlockVotes(
        votes.getOrDefault(height, List.of()).size(),
        electorate.count(time),
        electorate.needed(time));
  }

  /** Height of the last block that this doctor's station countersigned. */
  public OptionalLong lastVote(String hospital, Pid doctor) {
    return store().votes().last(hospital, doctor);
  }

  /** Proofs that hospitals, or the one with this code, signed two histories; oldest first. */
  public List<AlarmRow> alarms(Optional<String> hospital) {
    return store().alarms().all(hospital);
  }

  /** The encoded proof, an {@code Equivocation}. */
  public Optional<ByteString> proof(String hospital, Digest digest) {
    return store().alarms().find(hospital, digest);
  }

  private LedgerStore store() {
    return new LedgerStore(dataSource);
  }
}
