package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import org.epione.account.boundary.Caller;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.Acting;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.SignedDelegation;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.StandingConsentBody;
import org.epione.ledger.record.StandingConsentUsedBody;
import org.epione.ledger.record.StandingConsentWithdrawnBody;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.StandingRuleForm;
import org.epione.sharing.entity.Allowed;
import org.epione.sharing.entity.AllowedDoctor;
import org.epione.sharing.entity.StandingGrant;
import org.epione.sharing.entity.StandingGrantState;
import org.epione.sharing.entity.StandingRule;
import org.epione.team.boundary.EpisodeDirectory;
import org.epione.team.boundary.EpisodeFacts;

/**
 * A patient allows a doctor beforehand to read records of hers. Her private key is open only while
 * she is there with her password; so she signs then, for each record that there is, grants that a
 * request can be answered with later (ADR 17). For records that come later she signs when she is
 * there again.
 */
@ApplicationScoped
public class StandingRules {

  /** How many requests for one record can be answered until she is there again. */
  static final int SPARE = 3;

  /** Most records of one rule. */
  static final int MOST_RECORDS = 100;

  private static final int ID_BYTES = 16;
  private static final Logger LOG = Logger.getLogger(StandingRules.class.getName());

  @EJB private ChainSubmission chain;
  @EJB private PersonKeys persons;
  @EJB private EpisodeDirectory episodes;
  @Inject private StandingRegister register;
  @Inject private InquiryRegister inquiries;
  @Inject private KnownDoctors doctors;
  @Inject private Standings standings;
  @Inject private PartyCertificates certificates;
  @Inject private SealedDelegations sealing;
  @Inject private ServerRecords records;
  @Inject private PatientDecisions decisions;
  @Inject private RandomSource random;
  @Inject private Clock clock;

  /** The patient's records that can be allowed, the latest first. */
  public List<EpisodeFacts> records(Caller patient) {
    return episodes.finished(patient.accountId(), patient.party()).stream()
        .limit(MOST_RECORDS)
        .toList();
  }

  /** Makes a rule and the grants for the records that there are. */
  public StandingRule make(Caller patient, StandingRuleForm form, char[] password)
      throws WrongPasswordException {
    Instant now = clock.instant();
    requireEnd(form.notAfter(), now);
    AllowedDoctor doctor = doctors.require(patient, form.doctor());
    List<EpisodeFacts> chosen = chosen(patient, form);
    requireTrusted(doctor, patient);
    requireNoOther(patient, doctor, form, now);
    StandingRule rule =
        new StandingRule(
            HexFormat.of().formatHex(random.bytes(ID_BYTES)),
            new Allowed(
                patient.party(),
                patient.accountId(),
                doctor,
                form.purpose(),
                form.allRecords(),
                form.notAfter()),
            now);
    register.add(rule);
    List<EpisodeFacts> wanted = new ArrayList<>();
    chosen.forEach(each -> wanted.addAll(Collections.nCopies(SPARE, each)));
    grant(rule, wanted, password, now);
    return rule;
  }

  /** Makes the grants that are missing: for records that came later, and in place of used ones. */
  public StandingRule prepare(String id, char[] password) throws WrongPasswordException {
    StandingRule rule = standing(id);
    List<EpisodeFacts> missing = missing(rule, register.takeGrants(rule));
    if (missing.isEmpty()) {
      persons.prove(rule.patient(), password);
    } else {
      grant(rule, missing, password, clock.instant());
    }
    return rule;
  }

  /**
   * Takes a rule back: what was not used is destroyed and can be used nowhere any more, and each
   * consent that it gave and that still holds is withdrawn. Repeating it changes nothing.
   */
  public StandingRule withdraw(Caller patient, String id, char[] password)
      throws WrongPasswordException {
    StandingRule rule =
        register.take(id).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    persons.prove(rule.patient(), password);
    if (rule.withdrawnAt().isPresent()) {
      return rule;
    }
    Instant now = clock.instant();
    List<StandingGrant> grants = register.takeGrants(rule);
    List<StandingGrant> unused =
        grants.stream().filter(each -> each.state() == StandingGrantState.READY).toList();
    List<Digest> digests = unused.stream().map(each -> Digest.ofHex(each.id())).toList();
    unused.forEach(StandingGrant::spend);
    Optional<LedgerRecord> told =
        unused.isEmpty()
            ? Optional.empty()
            : Optional.of(
                records.byHospital(rule.hospital(), new StandingConsentWithdrawnBody(digests)));
    rule.withdrawn(told.map(each -> each.id().hex()), now);
    told.ifPresent(each -> chain.submit(rule.hospital(), rule.hospital(), each));
    for (StandingGrant each : grants) {
      if (each.state() == StandingGrantState.USED && stillHolds(each, now)) {
        decisions.withdraw(patient, each.request().orElseThrow(), password);
      }
    }
    return rule;
  }

  /** Records of a rule for which fewer grants are ready than there are for a new one. */
  List<EpisodeFacts> missing(StandingRule rule, List<StandingGrant> grants) {
    Set<String> covered = new HashSet<>();
    grants.forEach(each -> covered.add(each.episode()));
    List<EpisodeFacts> missing = new ArrayList<>();
    episodes.finished(rule.patient(), rule.hospital()).stream()
        .filter(each -> rule.allRecords() || covered.contains(each.episode().hex()))
        .limit(MOST_RECORDS)
        .forEach(each -> missing.addAll(Collections.nCopies(SPARE - ready(grants, each), each)));
    return missing;
  }

  private static int ready(List<StandingGrant> grants, EpisodeFacts episode) {
    return (int)
        grants.stream()
            .filter(
                each ->
                    each.state() == StandingGrantState.READY
                        && each.episode().equals(episode.episode().hex()))
            .limit(SPARE)
            .count();
  }

  /** What a rule said stands on the chain. */
  void recorded(LedgerRecord signed, long height) {
    register.byRecord(signed.id()).ifPresent(rule -> rule.recorded(signed.id().hex(), height));
  }

  /** Grants and withdrawals count without it; but somebody has to look why. */
  void notRecorded(LedgerRecord signed, String reason) {
    LOG.warning(
        () -> signed.type() + " " + signed.id().hex() + " was not taken by the chain: " + reason);
  }

  /** Rules whose day has passed: what is left of them is destroyed. */
  void removeWhatIsOver(Instant now) {
    register.over(now).forEach(register::clear);
  }

  private void grant(StandingRule rule, List<EpisodeFacts> wanted, char[] password, Instant now)
      throws WrongPasswordException {
    DoctorCertificate doctor = rule.certificate();
    List<Grant> grants = wanted.stream().map(each -> grant(rule, doctor, each, now)).toList();
    Pid chainOf = certificates.pid(rule.hospital());
    List<SignedDelegation> made =
        persons.delegateSigned(
            Acting.self(rule.patient()),
            password,
            grants,
            each -> StandingConsentUsedBody.toSign(chainOf, each));
    for (int i = 0; i < grants.size(); i++) {
      register.add(
          new StandingGrant(
              rule,
              grants.get(i),
              made.get(i).signature().encode(),
              sealing.seal(made.get(i).delegation(), grants.get(i)),
              now));
    }
    LedgerRecord told =
        records.byHospital(
            rule.hospital(),
            new StandingConsentBody(
                StandingConsentBody.commitment(grants.stream().map(Grant::digest).toList())));
    rule.made(told.id().hex());
    chain.submit(rule.hospital(), rule.hospital(), told);
  }

  private Grant grant(
      StandingRule rule, DoctorCertificate doctor, EpisodeFacts episode, Instant now) {
    return new Grant(
        episode.patientPid().pseudonym(),
        doctor.pid().pseudonym(),
        HpkePublicKey.decode(doctor.identity().receivingKey().bytes()),
        List.of(episode.episode()),
        rule.purpose().name(),
        now,
        rule.notAfter(),
        Nonce.random(random));
  }

  private boolean stillHolds(StandingGrant used, Instant now) {
    return inquiries
        .find(used.request().orElseThrow())
        .filter(each -> each.isGrantedAt(now))
        .isPresent();
  }

  private StandingRule standing(String id) {
    StandingRule rule =
        register.take(id).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    if (!rule.standsAt(clock.instant())) {
      throw new RefusedException(ErrorCode.STANDING_RULE_OVER);
    }
    return rule;
  }

  private List<EpisodeFacts> chosen(Caller patient, StandingRuleForm form) {
    List<EpisodeFacts> all = records(patient);
    if (form.allRecords()) {
      return requireSome(all, "You have no record here yet that could be read.");
    }
    Set<String> wanted = new HashSet<>(form.episodes());
    List<EpisodeFacts> chosen =
        all.stream().filter(each -> wanted.contains(each.episode().hex())).toList();
    if (chosen.size() != wanted.size()) {
      throw invalid("One of the records is not yours, or not finished.");
    }
    return requireSome(chosen, "Choose at least one record.");
  }

  private static List<EpisodeFacts> requireSome(List<EpisodeFacts> records, String otherwise) {
    if (records.isEmpty()) {
      throw invalid(otherwise);
    }
    return records;
  }

  private static void requireEnd(Instant end, Instant now) {
    if (!end.isAfter(now) || end.isAfter(now.plus(StandingConsentUsedBody.LONGEST))) {
      throw invalid("The end date must be in the future, at most a year from now.");
    }
  }

  private void requireTrusted(AllowedDoctor doctor, Caller patient) {
    boolean good =
        standings
            .of(doctor.certificate(), certificates.require(doctor.hospital()), patient.party())
            .good();
    if (!good) {
      throw new RefusedException(ErrorCode.DOCTOR_NOT_CONFIRMED);
    }
  }

  private void requireNoOther(
      Caller patient, AllowedDoctor doctor, StandingRuleForm form, Instant now) {
    String key = StandingRule.key(patient.accountId(), doctor.certificate().pid(), form.purpose());
    register
        .takeStandingFor(key)
        .ifPresent(
            other -> {
              if (other.standsAt(now)) {
                throw new RefusedException(ErrorCode.STANDING_RULE_EXISTS);
              }
              // Its place is taken over in this very transaction: it has to be free before.
              register.clear(other);
            });
  }

  private static RefusedException invalid(String detail) {
    return new RefusedException(ErrorCode.INVALID_INPUT, detail);
  }
}
