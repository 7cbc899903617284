package org.epione.ledger.record;

import org.epione.crypto.codec.MalformedEncodingException;

/**
 * The kinds of record, with the byte that stands for each in encodings, who may be the author and
 * how the author signs.
 */
public enum RecordType {
  /** The first record of a chain, alone in block 0. */
  HOSPITAL_ADMITTED(1, Author.SYSTEM_MANAGER),
  /** A doctor's certificate. */
  DOCTOR_ENROLLED(2, Author.HOSPITAL),
  /** A patient, a team in order, and the patient's warrants for it. */
  EPISODE_OPENED(3, Author.HOSPITAL),
  /** The team's signed result, encrypted to the patient. */
  DIAGNOSIS(4, Author.DOCTOR),
  /** The cloud holds the ciphertext. */
  STORED(5, Author.CLOUD),
  /** A doctor, here or elsewhere, asks to read. */
  ACCESS_REQUESTED(6, Author.DOCTOR),
  /** The patient grants. */
  CONSENT_GIVEN(7, Author.PATIENT),
  /** The patient refuses. */
  CONSENT_REFUSED(8, Author.PATIENT),
  /** The patient takes a grant back. */
  CONSENT_WITHDRAWN(9, Author.PATIENT),
  /** The system manager issued the re-encryption key of a grant. */
  RE_ENCRYPTION_KEY_ISSUED(10, Author.SYSTEM_MANAGER),
  /** The system manager refused a key or a reading. */
  ACCESS_REFUSED(11, Author.SYSTEM_MANAGER),
  /** A doctor reads under a grant. */
  RECORD_READ(12, Author.DOCTOR),
  /** A doctor signed a record that broke the rules; lowers that doctor's credit. */
  REJECTION(13, Author.HOSPITAL),
  /** New rules of credit. */
  CREDIT_RULES(14, Author.SYSTEM_MANAGER),
  /** A doctor signs with another key from now on. */
  DOCTOR_KEY_CHANGED(15, Author.DOCTOR),
  /** The patient takes a doctor's warrant back. */
  WARRANT_WITHDRAWN(20, Author.PATIENT),
  /** The patient agrees to another team. */
  TEAM_CHANGED(21, Author.PATIENT),
  /** A doctor of another hospital agrees to give her opinion in an episode. */
  OPINION_ACCEPTED(22, Author.DOCTOR),
  /** A doctor's station may countersign blocks. */
  STATION_ENROLLED(30, Author.DOCTOR),
  /** A doctor takes her station back. */
  STATION_WITHDRAWN(31, Author.DOCTOR),
  /** A doctor reports the hospital. */
  HOSPITAL_REPORTED(40, Author.DOCTOR),
  /** The system manager decided a report; if upheld, lowers the hospital's credit. */
  REPORT_DECIDED(41, Author.SYSTEM_MANAGER),
  /** A doctor appeals, also an expelled one. */
  DOCTOR_APPEALED(42, Author.DOCTOR),
  /** The hospital appeals. */
  HOSPITAL_APPEALED(43, Author.HOSPITAL),
  /** The system manager decided an appeal; if granted, raises the appellant's credit. */
  APPEAL_DECIDED(44, Author.SYSTEM_MANAGER),
  /** An epoch of the chain ends; alone in its block. */
  EPOCH_CLOSED(50, Author.HOSPITAL),
  /** A patient made grants ahead of any request. */
  STANDING_CONSENT(70, Author.HOSPITAL),
  /** A request is answered by a grant that the patient made ahead of it. */
  STANDING_CONSENT_USED(71, Author.HOSPITAL),
  /** Grants made ahead are withdrawn before they answered a request. */
  STANDING_CONSENT_WITHDRAWN(72, Author.HOSPITAL),
  /** In an emergency a request is answered without the patient. */
  EMERGENCY_OPENED(80, Author.HOSPITAL),
  /** The hospital has looked at what was done in an emergency, and says what it found. */
  EMERGENCY_REVIEWED(81, Author.HOSPITAL);

  /** In which capacity the author signs. */
  public enum Author {
    /** The system manager of the chain. */
    SYSTEM_MANAGER(SignatureKind.ED25519),
    /** The hospital whose chain it is. */
    HOSPITAL(SignatureKind.ED25519),
    /** The chain's second supernode. */
    CLOUD(SignatureKind.ED25519),
    /** A doctor. */
    DOCTOR(SignatureKind.BLS),
    /** A patient, under the key of one episode. */
    PATIENT(SignatureKind.BLS);

    private final SignatureKind signature;

    Author(SignatureKind signature) {
      this.signature = signature;
    }
  }

  private final int code;
  private final Author author;

  RecordType(int code, Author author) {
    this.code = code;
    this.author = author;
  }

  /** The byte in encodings. */
  public int code() {
    return code;
  }

  /** In which capacity the author signs. */
  public Author author() {
    return author;
  }

  /** How the author signs. */
  public SignatureKind signature() {
    return author.signature;
  }

  /** The type with this byte. */
  public static RecordType of(int code) {
    for (RecordType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new MalformedEncodingException("unknown type of record");
  }
}
