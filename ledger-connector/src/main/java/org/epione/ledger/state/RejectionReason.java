package org.epione.ledger.state;

import java.util.Arrays;
import java.util.Optional;
import org.epione.ledger.rules.CreditRules;

/**
 * Why a record is refused; the names are the stable codes in receipts and on chains. A fault is one
 * that the author could see when signing, and that no delay, repetition or reordering by others can
 * bring about: only a fault costs credit.
 */
public enum RejectionReason {
  /** The chain has no first block yet. */
  NOT_FOUNDED(Kind.WAITS),
  /** The chain has its first record already. */
  ALREADY_FOUNDED(Kind.REFUSED),
  /** The record is meant for another chain. */
  WRONG_CHAIN(Kind.REFUSED),
  /** A record with this content is on the chain already. */
  DUPLICATE(Kind.REFUSED),
  /** Made longer ago than the chain's rules allow. */
  TOO_OLD(Kind.REFUSED),
  /** Dated later than clocks may differ. */
  FROM_THE_FUTURE(Kind.REFUSED),
  /** The chain does not know the author. */
  UNKNOWN_AUTHOR(Kind.REFUSED),
  /** This author may not make a record of this type. */
  WRONG_AUTHOR(Kind.REFUSED),
  /** The author, or a doctor named, is expelled. */
  EXPELLED(Kind.REFUSED),
  /** A certificate does not hold at the time of the record. */
  CERTIFICATE_NOT_VALID(Kind.REFUSED),
  /** A certificate is not signed by who should have signed it, or does not fit the author. */
  BAD_CERTIFICATE(Kind.REFUSED),
  /** The proof of possession of a key does not hold. */
  BAD_POSSESSION(Kind.REFUSED),
  /** The record is not signed by its author. */
  BAD_SIGNATURE(Kind.REFUSED),

  /** The doctor is enrolled already. */
  ALREADY_ENROLLED(Kind.REFUSED),
  /** The key belongs to another doctor, or was a station's before. */
  KEY_IN_USE(Kind.REFUSED),

  /** An episode of this identity or reference exists. */
  EPISODE_EXISTS(Kind.REFUSED),
  /** The patient's pseudo-identity was used before. */
  PATIENT_REUSED(Kind.REFUSED),
  /** The team names a doctor twice, or one that this hospital has not enrolled. */
  BAD_TEAM(Kind.REFUSED),
  /** A warrant is not for this doctor, place and episode, or is not signed by the patient. */
  BAD_WARRANT(Kind.REFUSED),
  /** A warrant had ended when the episode was opened. */
  WARRANT_ENDED(Kind.REFUSED),

  /** No such episode on the chain. */
  UNKNOWN_EPISODE(Kind.REFUSED),
  /** The episode has its diagnosis already. */
  ALREADY_DIAGNOSED(Kind.REFUSED),
  /** The author is not the last doctor of the episode's team. */
  NOT_LAST_SIGNER(Kind.FAULT),
  /** The diagnosis is about another patient. */
  WRONG_PATIENT(Kind.FAULT),
  /** A doctor of the team has not signed, or someone signed twice. */
  TEAM_INCOMPLETE(Kind.FAULT),
  /** The signed team or its order is not the episode's. */
  TEAM_WRONG_ORDER(Kind.FAULT),
  /** What a doctor signed belongs to another episode. */
  TEAM_WRONG_EPISODE(Kind.FAULT),
  /** What a doctor signed does not continue what the doctor before signed. */
  TEAM_BROKEN_LINK(Kind.FAULT),
  /** A doctor signed at an earlier time than the doctor before. */
  TEAM_STALE_TIME(Kind.FAULT),
  /** The aggregate signature is not the team's. */
  TEAM_BAD_SIGNATURE(Kind.FAULT),
  /** A doctor signed outside the time of the patient's warrant. */
  WARRANT_NOT_VALID(Kind.FAULT),
  /**
   * The patient had taken the warrant back when the doctor signed, or had done so already. No
   * fault: the withdrawal may have been on its way.
   */
  WARRANT_WITHDRAWN(Kind.REFUSED),
  /** The doctor is not of the episode's team. */
  NOT_IN_TEAM(Kind.REFUSED),
  /** The team that a change follows is not the episode's present one. */
  NOT_THE_TEAM(Kind.REFUSED),
  /** Dated before what it builds on. */
  BACK_DATED(Kind.FAULT),
  /** Something in it is dated after the record. */
  POST_DATED(Kind.FAULT),
  /** The ciphertext's header is not valid, or of another episode. */
  BAD_CIPHERTEXT(Kind.FAULT),
  /** Not the cloud of this chain. */
  WRONG_CLOUD(Kind.FAULT),
  /** The sealed evidence is not that of the episode; only the hospital can see it. */
  BAD_EVIDENCE(Kind.HOSPITALS_WORD),

  /** The diagnosis is not on the chain yet. */
  UNKNOWN_DIAGNOSIS(Kind.WAITS),
  /** Not the ciphertext that the diagnosis names. */
  WRONG_CIPHERTEXT(Kind.REFUSED),
  /** The cloud said already that it holds the ciphertext. */
  ALREADY_STORED(Kind.REFUSED),

  /** The episode has no diagnosis that could be read. */
  NOTHING_TO_READ(Kind.REFUSED),
  /** A request or reading of this name exists. */
  NAME_IN_USE(Kind.REFUSED),
  /** The time asked for is over before it begins. */
  BAD_PERIOD(Kind.FAULT),
  /** No such request on the chain. */
  UNKNOWN_REQUEST(Kind.REFUSED),
  /** The request is answered already. */
  ALREADY_ANSWERED(Kind.REFUSED),
  /** The grant is not what the request asks for. */
  GRANT_MISMATCH(Kind.REFUSED),
  /** No such grant on the chain. */
  UNKNOWN_GRANT(Kind.REFUSED),
  /** The patient took the grant back. */
  GRANT_WITHDRAWN(Kind.REFUSED),
  /** The grant was made ahead, and has answered a request or was withdrawn. */
  GRANT_SPENT(Kind.REFUSED),
  /** The patient of the episode did not sign the grant. */
  BAD_CONSENT(Kind.REFUSED),
  /** The grant does not hold at this time. */
  GRANT_NOT_VALID(Kind.REFUSED),
  /** The re-encryption key of the grant was issued already. */
  KEY_ALREADY_ISSUED(Kind.REFUSED),
  /** No re-encryption key was issued for the grant. */
  KEY_NOT_ISSUED(Kind.REFUSED),
  /** The doctor who asks in an emergency is not one of this hospital. */
  NOT_OUR_DOCTOR(Kind.REFUSED),
  /** No such emergency on the chain, or it is reviewed already. */
  UNKNOWN_EMERGENCY(Kind.REFUSED),
  /** The reading doctor is not the one to whom the patient granted. */
  NOT_THE_GRANTEE(Kind.FAULT),

  /** The rejection does not name a doctor and a record that the doctor signed. */
  BAD_REJECTION(Kind.REFUSED),

  /** The rules of credit in force give reports and appeals no weight. */
  NOT_SUPERVISED(Kind.REFUSED),
  /** A record that a report names is not on the chain. */
  UNKNOWN_REFERENCE(Kind.REFUSED),
  /**
   * The doctor has as many undecided reports as are allowed, or as many doctors of other hospitals
   * agreed to give an opinion in the episode.
   */
  TOO_MANY_OPEN(Kind.REFUSED),
  /** No such report or appeal on the chain. */
  UNKNOWN_MATTER(Kind.REFUSED),
  /** The report or appeal is decided already. */
  ALREADY_DECIDED(Kind.REFUSED),
  /** The record did not lower the appellant's score, or the appellant is in good standing. */
  NOTHING_TO_APPEAL(Kind.REFUSED),
  /** There is an appeal about the same already. */
  ALREADY_APPEALED(Kind.REFUSED),
  /** The hospital's credit is below the floor: it may not open episodes. */
  HOSPITAL_SUSPENDED(Kind.REFUSED),

  /** The doctor has a station already, and has not taken it back. */
  STATION_EXISTS(Kind.REFUSED),
  /** Not the key of a station that the doctor has. */
  UNKNOWN_STATION(Kind.REFUSED),

  /** The epoch that a closing names is not the open one. */
  NOT_THE_EPOCH(Kind.REFUSED),
  /** The epoch has not lasted as long as the chain's rules say. */
  EPOCH_NOT_OVER(Kind.REFUSED),
  /** The closing does not name the block before its own. */
  WRONG_LAST_BLOCK(Kind.REFUSED),
  /** The closing's number of records or root is not that of the chain. */
  WRONG_LOG(Kind.REFUSED),
  /** The state that the closing names is not what the records come to. */
  WRONG_STATE(Kind.REFUSED);

  /** What a reason means for the record and its author. */
  private enum Kind {
    /** Refused for good, without blame. */
    REFUSED,
    /** Refused for good, and costs credit. */
    FAULT,
    /**
     * Refused for good. Nobody but the hospital can see whether it is so: where there is
     * supervision, a word alone costs no credit.
     */
    HOSPITALS_WORD,
    /** May become allowed through another record. */
    WAITS
  }

  private final Kind kind;

  RejectionReason(Kind kind) {
    this.kind = kind;
  }

  /** Whether it costs the author credit under these rules. */
  public boolean isFault(CreditRules rules) {
    return kind == Kind.FAULT || (kind == Kind.HOSPITALS_WORD && rules.supervision().isEmpty());
  }

  /** Whether another record may make this one allowed. */
  public boolean mayPass() {
    return kind == Kind.WAITS;
  }

  /** The reason with this code. */
  public static Optional<RejectionReason> ofCode(String code) {
    return Arrays.stream(values()).filter(reason -> reason.name().equals(code)).findFirst();
  }
}
