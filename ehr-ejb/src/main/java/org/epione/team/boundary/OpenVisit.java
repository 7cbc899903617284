package org.epione.team.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.record.boundary.Contribution;

/**
 * A turn of another hospital in the hands of its doctor, opened and verified; closing it wipes the
 * group key.
 */
public interface OpenVisit extends AutoCloseable {

  /** By reference and year of birth. */
  TurnView.PatientView patient();

  int place();

  /** Names of the team in order. */
  List<String> order();

  /** What the doctors before wrote, in order. */
  List<PartView> before();

  /**
   * Why the turn came back.
   *
   * @throws RefusedException EHR-3006 if it was altered
   */
  Optional<String> reason();

  /** What she had signed before that became void, unless it was spoiled on its way. */
  Optional<String> former();

  /** When her warrant ends. */
  Instant warrantEnds();

  /** Digest of the statement before, in hex. */
  String previousDigest();

  /**
   * A text of hers, salted, as it can be signed.
   *
   * @throws RefusedException EHR-3010 for a text that is blank or too long
   */
  Contribution contribution(String text);

  /**
   * Signs what was shown on top of all before.
   *
   * @throws WrongPasswordException if the password does not open the keys
   * @throws RefusedException EHR-3008 if this server's clock is behind what was signed before
   */
  VisitedTurn sign(AccountId signer, char[] password, Contribution shown)
      throws WrongPasswordException;

  /**
   * Sends the turn back to a doctor before, for correction.
   *
   * @throws RefusedException EHR-3012 without a reason, EHR-3019 for another place
   */
  VisitedTurn sendBack(int place, String reason);

  @Override
  void close();
}
