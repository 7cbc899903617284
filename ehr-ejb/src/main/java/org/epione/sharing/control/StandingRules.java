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
import org.epione.custody.boundary.Will;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.guardian.boundary.Guardians;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.StandingConsentBody;
import org.epione.ledger.record.StandingConsentUsedBody;
import org.epione.ledger.record.StandingConsentWithdrawnBody;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
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
  @EJB private Guardians guardians;
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
  public List<EpisodeFacts> records(AccountId patient, PartyCode hospital) {
    return episodes.finished(patient, hospital).stream().limit(MOST_RECORDS).toList();
  }

  /** Makes a rule of the patient's and the grants for the records that there are. */
  public StandingRule make(Caller caller, AccountId patient, StandingRuleForm form, char[] password)
      throws WrongPasswordException {
    Acting acting = guardians.acting(caller, patient);
    Wanted wanted = wanted(caller, acting, form);
    try (Will will = persons.will(acting, password)) {
      return make(wanted, acting, will);
    }
  }

  /** The same for the patient herself, as a part of an act for which she gave her password. */
  void make(Caller patient, StandingRuleForm form, Will will) {
    Acting self = Acting.self(patient.accountId());
    make(wanted(patient, self, form), self, will);
  }

  /** A rule that can be made, and the records for which it begins with grants. */
  private record Wanted(StandingRule rule, List<EpisodeFacts> records, Instant now) {}

  private StandingRule make(Wanted wanted, Acting acting, Will will) {
    register.add(wanted.rule());
    grant(wanted.rule(), acting, wanted.records(), will, wanted.now());
    return wanted.rule();
  }

  private Wanted wanted(Caller caller, Acting acting, StandingRuleForm form) {
    AccountId patient = acting.account();
    PartyCode hospital = caller.party();
    Instant now = clock.instant();
    requireEnd(acting, form.notAfter(), now);
    AllowedDoctor doctor = doctors.require(patient, hospital, form.doctor());
    List<EpisodeFacts> chosen = chosen(patient, hospital, form);
    requireTrusted(doctor, hospital);
    requireNoOther(patient, doctor, form, now);
    StandingRule rule =
        new StandingRule(
            HexFormat.of().formatHex(random.bytes(ID_BYTES)),
            new Allowed(
                hospital, patient, doctor, form.purpose(), form.allRecords(), form.notAfter()),
            now);
    List<EpisodeFacts> records = new ArrayList<>();
    chosen.forEach(each -> records.addAll(Collections.nCopies(SPARE, each)));
    return new Wanted(rule, records, now);
  }

  /** Makes the grants that are missing: for records that came later, and in place of used ones. */
  public StandingRule prepare(Caller caller, String id, char[] password)
      throws WrongPasswordException {
    StandingRule rule = standing(id);
    Acting acting = guardians.acting(caller, rule.patient());
    List<EpisodeFacts> missing = missing(rule, register.takeGrants(rule));
    if (missing.isEmpty()) {
      persons.prove(acting.by(), password);
      return rule;
    }
    try (Will will = persons.will(acting, password)) {
      grant(rule, acting, missing, will, clock.instant());
    }
    return rule;
  }

  /**
   * Takes a rule back: what was not used is destroyed and can be used nowhere any more, and each
   * consent that it gave and that still holds is withdrawn. Repeating it changes nothing.
   */
  public StandingRule withdraw(Caller caller, String id, char[] password)
      throws WrongPasswordException {
    StandingRule rule =
        register.take(id).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    Acting acting = guardians.acting(caller, rule.patient());
    if (rule.withdrawnAt().isPresent()) {
      persons.prove(acting.by(), password);
      return rule;
    }
    try (Will will = persons.will(acting, password)) {
      withdraw(caller, rule, will);
    }
    return rule;
  }

  private void withdraw(Caller caller, StandingRule rule, Will will) {
    Instant now = clock.instant();
    for (StandingGrant each : voidUnused(rule, now)) {
      if (each.state() == StandingGrantState.USED && stillHolds(each, now)) {
        decisions.withdraw(caller, each.request().orElseThrow(), will);
      }
    }
  }

  /**
   * A guardian acts no more: nobody is let in any more by what she signed ahead. Consents that it
   * gave hold, as those that she gave herself.
   */
  void guardianEnded(Acting acting) {
    Instant now = clock.instant();
    register.of(acting.account()).stream()
        .filter(each -> each.isSignedBy(acting.by()) && each.standsAt(now))
        .map(each -> register.take(each.id()).orElseThrow())
        .forEach(each -> voidUnused(each, now));
  }

  /** Destroys what was not used, and has the chain take it no more; gives all that was granted. */
  private List<StandingGrant> voidUnused(StandingRule rule, Instant now) {
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
    return grants;
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

  private void grant(
      StandingRule rule, Acting acting, List<EpisodeFacts> wanted, Will will, Instant now) {
    DoctorCertificate doctor = rule.certificate();
    List<Grant> grants = wanted.stream().map(each -> grant(rule, doctor, each, now)).toList();
    Pid chainOf = certificates.pid(rule.hospital());
    List<SignedDelegation> made =
        will.delegateSigned(grants, each -> StandingConsentUsedBody.toSign(chainOf, each));
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
    rule.made(told.id().hex(), acting.by());
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

  private List<EpisodeFacts> chosen(AccountId patient, PartyCode hospital, StandingRuleForm form) {
    List<EpisodeFacts> all = records(patient, hospital);
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

  private void requireEnd(Acting acting, Instant end, Instant now) {
    if (!end.isAfter(now) || end.isAfter(now.plus(StandingConsentUsedBody.LONGEST))) {
      throw invalid("The end date must be in the future, at most a year from now.");
    }
    if (acting.isForAnother() && end.isAfter(guardians.endOf(acting))) {
      throw new RefusedException(ErrorCode.GUARDIAN_BEFOREHAND_END);
    }
  }

  private void requireTrusted(AllowedDoctor doctor, PartyCode hospital) {
    boolean good =
        standings
            .of(doctor.certificate(), certificates.require(doctor.hospital()), hospital)
            .good();
    if (!good) {
      throw new RefusedException(ErrorCode.DOCTOR_NOT_CONFIRMED);
    }
  }

  private void requireNoOther(
      AccountId patient, AllowedDoctor doctor, StandingRuleForm form, Instant now) {
    String key = StandingRule.key(patient, doctor.certificate().pid(), form.purpose());
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
