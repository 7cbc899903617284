package org.epione.matching.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.epione.account.boundary.Caller;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.password.PasswordSalt;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.matching.boundary.EndedBy;
import org.epione.matching.boundary.SearchForm;
import org.epione.matching.entity.Search;
import org.epione.matching.entity.Vault;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.PartyView;
import org.epione.party.boundary.Post;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.platform.identity.PartyRole;

/** A patient's matching password and searches: begun, ended, and told to other hospitals. */
@ApplicationScoped
public class Searches {

  @EJB private ServerKeys keys;
  @EJB private Parties parties;
  @EJB private Post post;
  @Inject private MatchRegister register;
  @Inject private Pairing pairing;
  @Inject private Clock clock;

  /** Keeps what the browser needs to know a new matching password again. */
  public void setVault(Caller patient, ByteString salt, ByteString probe) {
    if (register.vault(patient.accountId()).isPresent()) {
      throw new RefusedException(ErrorCode.MATCHING_PASSWORD_SET);
    }
    requireSealed(probe);
    try {
      PasswordSalt.decode(salt.bytes());
    } catch (MalformedEncodingException none) {
      throw (RefusedException)
          new RefusedException(ErrorCode.INVALID_INPUT, "The salt is malformed.").initCause(none);
    }
    register.add(
        new Vault(
            patient.accountId(), patient.party(), salt.bytes(), probe.bytes(), clock.instant()));
    register.flush();
  }

  /** Forgets the password and with it all that it opened. */
  public void removeVault(AccountId patient) {
    end(patient);
    register.vault(patient).ifPresent(register::remove);
  }

  /** Begins one, and tells the hospitals within reach. */
  public void begin(Caller patient, SearchForm form) {
    if (!form.agreed()) {
      throw new RefusedException(ErrorCode.MATCHING_NOT_AGREED);
    }
    requireSealed(form.sealed());
    if (register.vault(patient.accountId()).isEmpty()) {
      // Started over on another page.
      throw new RefusedException(ErrorCode.CONFLICT);
    }
    if (register.takeRunning(patient.accountId()).isPresent()) {
      throw new RefusedException(ErrorCode.MATCHING_RUNNING);
    }
    Instant now = clock.instant();
    if (register.searchesBegunSince(patient.accountId(), now.minus(Limits.SEARCH_LENGTH))
        >= Limits.SEARCHES) {
      throw new RefusedException(ErrorCode.MATCHING_SEARCHES);
    }
    Validity validity = new Validity(now, now.plus(Limits.SEARCH_LENGTH));
    MatchingCertificate certificate = certify(patient, validity);
    Search search =
        new Search(
            certificate.pseudonym(),
            patient.accountId(),
            patient.party(),
            form.reach(),
            certificate.encode(),
            form.sealed().bytes(),
            now,
            validity.notAfter());
    register.add(search);
    register.flush();
    pairing.pairWithKnown(search);
    tell(search, LookingMessage.TYPE, new LookingMessage(certificate).encode());
  }

  /** Ends the one that runs, if any. Conversations go on. */
  public void end(AccountId patient) {
    register.takeRunning(patient).ifPresent(this::end);
  }

  /** Ends those whose time is over, and forgets who looked. */
  void endOverdue() {
    Instant now = clock.instant();
    register.overdue(now).forEach(this::end);
    register.removeKnown(now);
  }

  /** Pairs whom nothing paired yet. */
  void pairAll() {
    register.running(clock.instant()).forEach(pairing::pairWithKnown);
  }

  private void end(Search search) {
    Instant now = clock.instant();
    search.end(now);
    register.openOf(search).stream()
        .filter(each -> !each.isTogether())
        .forEach(each -> each.end(EndedBy.OVER, now));
    tell(search, EndedMessage.TYPE, new EndedMessage(search.pseudonym()).encode());
  }

  private MatchingCertificate certify(Caller patient, Validity validity) {
    PartyCode hospital = patient.party();
    Pid pseudonym = Pid.of(keys.sealPseudonym(hospital, bytes(patient.accountId().value())));
    byte[] signature =
        keys.sign(hospital, MatchingCertificate.toSign(pseudonym, hospital, validity));
    return new MatchingCertificate(pseudonym, hospital, validity, ByteString.of(signature));
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private void tell(Search search, String type, byte[] payload) {
    Stream<PartyCode> all = parties.ofRole(PartyRole.HOSPITAL).stream().map(PartyView::code);
    all.filter(search::reaches)
        .forEach(each -> post.send(search.hospital(), each, type, payload, Optional.empty()));
  }

  /** What a browser sealed must look like it, in length. */
  static void requireSealed(ByteString sealed) {
    if (sealed.size() == 0 || sealed.size() > Limits.SEALED) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "What is sealed has 1 to " + Limits.SEALED + " bytes.");
    }
  }
}
