package org.epione.audit.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.audit.control.Activity;
import org.epione.audit.control.ChainAudit;
import org.epione.audit.control.EpisodeAudit;
import org.epione.audit.control.EpisodeChecks;
import org.epione.crypto.identity.RecordId;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.Given;
import org.epione.platform.identity.PartyCode;

/**
 * Audits: every call is decided on and recorded as an access itself. Auditors see all chains of
 * this server and their episodes, by pseudonyms; an administrator sees the chain of her own
 * hospital.
 */
@Stateless
@RolesAllowed(Role.Name.AUDITOR)
public class Audit {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private ChainAudit chains;
  @Inject private Activity activity;
  @Inject private EpisodeAudit episodes;
  @Inject private EpisodeChecks checks;

  /** The chains that the caller may audit. */
  @RolesAllowed({Role.Name.AUDITOR, Role.Name.HOSPITAL_ADMINISTRATOR})
  public List<ChainView> chains() {
    Caller caller = callers.current();
    access.require(caller, Act.AUDIT_CHAIN, Subject.of(caller.party()));
    return chains.all().stream()
        .filter(
            chain ->
                caller.role() == Role.AUDITOR || chain.hospital().equals(caller.party().value()))
        .toList();
  }

  /** At most 100 blocks from {@code highest} downwards. */
  @RolesAllowed({Role.Name.AUDITOR, Role.Name.HOSPITAL_ADMINISTRATOR})
  public List<BlockView> blocks(String hospital, long highest, int count) {
    return chains.blocks(chainFor(hospital), highest, Math.max(1, Math.min(count, 100)));
  }

  /** How much came onto a chain in the last days. */
  @RolesAllowed({Role.Name.AUDITOR, Role.Name.HOSPITAL_ADMINISTRATOR})
  public ActivityView activity(String hospital) {
    return activity.of(chainFor(hospital));
  }

  /** Verifies a whole chain, from the first block to the head. */
  @RolesAllowed({Role.Name.AUDITOR, Role.Name.HOSPITAL_ADMINISTRATOR})
  public ChainVerdict verifyChain(String hospital) {
    return chains.verify(chainFor(hospital));
  }

  /** Writes the whole chain as a file that can be verified without this server. */
  @RolesAllowed({Role.Name.AUDITOR, Role.Name.HOSPITAL_ADMINISTRATOR})
  public void export(String hospital, OutputStream out) throws IOException {
    chains.export(chainFor(hospital), out);
  }

  /**
   * A bundle of records as the chain's log has them (C2SP tlog-tiles).
   *
   * @param path what follows {@code tile/}
   */
  @RolesAllowed({Role.Name.AUDITOR, Role.Name.HOSPITAL_ADMINISTRATOR})
  public byte[] entries(String hospital, String path) {
    return chains.entries(chainFor(hospital), path);
  }

  /** A file that proves offline that a record stands on the chain (C2SP tlog-proof). */
  @RolesAllowed({Role.Name.AUDITOR, Role.Name.HOSPITAL_ADMINISTRATOR})
  public byte[] proof(String hospital, String record) {
    return chains.proof(chainFor(hospital), record);
  }

  /** The episodes on a hospital's chain, newest first. */
  public List<EpisodeSummary> episodes(String hospital) {
    return episodes.all(chainFor(hospital));
  }

  /** Every act of one episode. */
  public EpisodeTrail episode(String hospital, String id) {
    RecordId episode = Given.id(id, RecordId::ofHex);
    return episodes.trail(requireEpisode(hospital, episode), episode);
  }

  /**
   * Begins to check one episode; the cloud is asked by message, {@link #check} tells the result.
   */
  public CheckView beginCheck(String hospital, String id) {
    RecordId episode = Given.id(id, RecordId::ofHex);
    PartyCode chain = requireEpisode(hospital, episode);
    return checks.begin(callers.current(), chain, episode);
  }

  /** A check that the caller began. */
  public CheckView check(String id) {
    Caller caller = callers.current();
    CheckView check =
        checks
            .find(id, caller.accountId())
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    requireEpisode(check.hospital(), RecordId.ofHex(check.episode()));
    return check;
  }

  private PartyCode chainFor(String hospital) {
    PartyCode code = party(hospital);
    access.require(callers.current(), Act.AUDIT_CHAIN, Subject.of(code));
    return code;
  }

  private PartyCode requireEpisode(String hospital, RecordId episode) {
    PartyCode code = party(hospital);
    access.require(
        callers.current(),
        Act.AUDIT_EPISODE,
        new Subject(SubjectKind.EPISODE, episode.hex(), code));
    return code;
  }

  private static PartyCode party(String code) {
    if (!PartyCode.isValid(code)) {
      throw new RefusedException(ErrorCode.CHAIN_UNKNOWN);
    }
    return new PartyCode(code);
  }
}
