package org.epione.appointment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.account.boundary.Caller;
import org.epione.appointment.boundary.AgreementStart;
import org.epione.appointment.boundary.AppointmentAccount;
import org.epione.appointment.boundary.BookableHospital;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.scheme.pake.AwaitingConfirmation;
import org.epione.crypto.scheme.pake.AwaitingShare;
import org.epione.crypto.scheme.pake.Identities;
import org.epione.crypto.scheme.pake.KeyConfirmationFailedException;
import org.epione.crypto.scheme.pake.PasswordVerifier;
import org.epione.crypto.scheme.pake.Step;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.Digest;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.PartyView;
import org.epione.platform.attempt.AttemptKind;
import org.epione.platform.attempt.Attempts;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.platform.identity.PartyRole;

/** Runs of SPAKE2+ up to the treatment key: counted, and alike for accounts that are nobody's. */
@ApplicationScoped
public class Agreements {

  private static final Logger LOG = Logger.getLogger(Agreements.class.getName());
  private static final int ID = 16;

  @EJB private Parties parties;
  @EJB private Attempts attempts;
  @Inject private VerifierBook verifiers;
  @Inject private Runs runs;
  @Inject private CryptoSuite crypto;

  /** Where appointments are. */
  public List<BookableHospital> hospitals() {
    return parties.hosted().stream()
        .filter(party -> party.role() == PartyRole.HOSPITAL)
        .map(party -> new BookableHospital(party.code().value(), party.displayName()))
        .sorted(Comparator.comparing(BookableHospital::name))
        .toList();
  }

  /** Salt and cost. */
  public byte[] salt(AppointmentAccount account) {
    requireHosted(account.hospital());
    return verifiers.use(account, (verifier, identities, holder) -> verifier.salt().encode());
  }

  /** The hospital's share and confirmation. */
  public AgreementStart start(String from, AppointmentAccount account, byte[] share) {
    requireHosted(account.hospital());
    String subject = verifiers.subject(account);
    String source = "appointment-source:" + digest(from);
    attempts.begin(AttemptKind.SOURCE, source);
    count(subject);
    try {
      return verifiers.use(
          account,
          (verifier, identities, holder) ->
              answer(
                  new Asked(account.hospital(), subject, source, holder),
                  verifier,
                  identities,
                  share));
    } catch (RefusedException | KeyConfirmationFailedException theirs) {
      throw refused(theirs);
    } catch (RuntimeException inside) {
      attempts.takeBack(subject);
      attempts.takeBack(source);
      throw inside;
    }
  }

  private record Asked(
      PartyCode hospital, String subject, String source, Optional<Holder> holder) {}

  private AgreementStart answer(
      Asked asked, PasswordVerifier verifier, Identities identities, byte[] share) {
    String run = HexFormat.of().formatHex(crypto.random().bytes(ID));
    Step<AwaitingShare> begun =
        crypto
            .spake2Plus()
            .startVerifier(verifier, identities, AgreementNames.purpose(asked.hospital()));
    Step<AwaitingConfirmation> confirming = received(begun.next(), share);
    runs.begin(
        run,
        new OpenRun(
            asked.holder(),
            asked.subject(),
            asked.source(),
            confirming.next(),
            runs.endOfWaiting()));
    return new AgreementStart(run, begun.message(), confirming.message());
  }

  private static Step<AwaitingConfirmation> received(AwaitingShare waiting, byte[] share) {
    try (waiting) {
      return waiting.receive(share);
    } catch (MalformedEncodingException none) {
      throw (RefusedException)
          new RefusedException(ErrorCode.AGREEMENT_MESSAGE, "It is no share.").initCause(none);
    }
  }

  private static RuntimeException refused(RuntimeException theirs) {
    return theirs instanceof KeyConfirmationFailedException
        ? (RefusedException)
            new RefusedException(ErrorCode.AGREEMENT_MESSAGE, "The share hides nothing.")
                .initCause(theirs)
        : theirs;
  }

  /** The confirmation of who began it. Whose key it is, is looked at only then. */
  public void confirm(String id, byte[] confirmation) {
    OpenRun run = runs.take(id).orElseThrow(() -> new RefusedException(ErrorCode.AGREEMENT_OVER));
    try (run;
        SecretBytes treatmentKey = confirmed(run, confirmation)) {
      Holder holder = run.holder().orElseThrow(Agreements::refusedNow);
      Caller caller =
          verifiers.current(holder, run.subject()).orElseThrow(Agreements::refusedNow).caller();
      runs.agree(id, new AgreedRun(crypto, id, caller, holder, treatmentKey, runs.endOfIdling()));
      attempts.succeeded(run.subject());
      attempts.takeBack(run.source());
      LOG.log(Level.FINE, "Treatment key agreed with {0}", caller.accountId());
    }
  }

  private static RefusedException refusedNow() {
    return new RefusedException(ErrorCode.AGREEMENT_REFUSED);
  }

  private static SecretBytes confirmed(OpenRun run, byte[] confirmation) {
    try {
      return run.awaiting().receive(confirmation);
    } catch (MalformedEncodingException none) {
      throw (RefusedException)
          new RefusedException(ErrorCode.AGREEMENT_MESSAGE, "It is no confirmation.")
              .initCause(none);
    } catch (KeyConfirmationFailedException wrong) {
      throw (RefusedException) new RefusedException(ErrorCode.AGREEMENT_REFUSED).initCause(wrong);
    }
  }

  /** Forgets a run. */
  public void end(String id) {
    runs.end(id);
  }

  private void count(String subject) {
    try {
      attempts.begin(AttemptKind.ACCOUNT, subject);
    } catch (RefusedException blocked) {
      throw blocked.code() == ErrorCode.ACCOUNT_LOCKED
          ? new RefusedException(ErrorCode.APPOINTMENT_LOCKED)
          : blocked;
    }
  }

  private void requireHosted(PartyCode hospital) {
    boolean known =
        parties
            .find(hospital)
            .filter(party -> party.role() == PartyRole.HOSPITAL)
            .map(PartyView::code)
            .filter(parties::hosts)
            .isPresent();
    if (!known) {
      throw new RefusedException(ErrorCode.NOT_FOUND);
    }
  }

  private static String digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 40);
  }
}
