package org.epione.audit.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.audit.control.EpochDesk;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/**
 * Epochs of chains, and how old ones are moved into archives: an administrator takes the file of a
 * closed epoch away, verifies it, and then has what lies in it deleted here by showing the digest
 * with which it ends. That digest is told nowhere else before, so only who has the whole file can
 * show it. Auditors look on. Each step is decided on and recorded as an access.
 */
@Stateless
@RolesAllowed({Role.Name.AUDITOR, Role.Name.HOSPITAL_ADMINISTRATOR})
public class Epochs {

  /** A file's name without its folder. */
  private static final Pattern NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,128}");

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private EpochDesk desk;

  /**
   * The epochs of a hospital's chain: closed ones, the first one first, then the open one.
   *
   * @throws RefusedException EHR-4601 for a chain that is not here
   */
  public List<EpochView> of(String hospital) {
    PartyCode code = party(hospital);
    access.require(callers.current(), Act.AUDIT_CHAIN, Subject.of(code));
    return desk.all(code);
  }

  /**
   * Writes a closed epoch as a file that {@code ./ehr verify-chain} verifies.
   *
   * @throws RefusedException EHR-4602 if its records were deleted here, EHR-4603 if it is not
   *     closed
   */
  public void write(String hospital, long number, OutputStream out) throws IOException {
    PartyCode code = party(hospital);
    access.require(callers.current(), Act.WRITE_EPOCH_ARCHIVE, epoch(code, number));
    desk.write(code, number, out);
  }

  /**
   * Deletes the records of an epoch that lie in a file; headers and hashes stay. The same once more
   * changes nothing.
   *
   * @param name of the file, at most 128 characters: where people look for the records from now on
   * @param digest with which the file ends, in hexadecimal
   * @throws RefusedException EHR-1004 for what is no name or digest, EHR-4603 if the epoch may not
   *     be archived, or not by this file
   */
  @RolesAllowed(Role.Name.HOSPITAL_ADMINISTRATOR)
  public void delete(String hospital, long number, String name, String digest) {
    PartyCode code = party(hospital);
    Caller caller = callers.current();
    access.require(caller, Act.DELETE_EPOCH, epoch(code, number));
    if (!NAME.matcher(name).matches()) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "name is the name of a file, of at most 128 characters.");
    }
    desk.delete(code, number, name, digest(digest), caller.accountId());
  }

  private static Subject epoch(PartyCode hospital, long number) {
    return new Subject(SubjectKind.EPOCH, Long.toString(number), hospital);
  }

  private static PartyCode party(String code) {
    if (!PartyCode.isValid(code)) {
      throw new RefusedException(ErrorCode.CHAIN_UNKNOWN);
    }
    return new PartyCode(code);
  }

  private static Digest digest(String hex) {
    try {
      return Digest.ofHex(hex);
    } catch (MalformedEncodingException e) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "digest has 64 hexadecimal digits.");
    }
  }
}
