package org.epione.platform.erasure;

/**
 * What is destroyed at the hospital when a patient is forgotten, in the order in which it is: first
 * nobody can sign in any more, then nothing can be opened any more, and last of all what finds her
 * is gone. Certificates carry the names, so that none changes its meaning.
 */
public enum Erased {
  /** User name, shown name, sessions, second factor, activation code, notices. */
  ACCOUNT,
  /** The key pairs in custody, with all that wraps them. */
  KEYS,
  /** Guardianships of her, and those in which she acts, with the keys that guardians hold. */
  GUARDIANSHIPS,
  /** The system manager is told to destroy what it holds. */
  HELD_ELSEWHERE,
  /** The hospital's share of the key, and what was written about lost passwords. */
  PASSWORD_SHARES,
  /** The hospital's share of the key of records, and what was written about emergencies. */
  EMERGENCY_SHARES,
  /** Grants, made and waiting, and the keys in them. */
  CONSENTS,
  /** Sealed records that wait here, for the cloud or to be read. */
  RECORDS,
  /** Name, complaint, group keys, the team's texts and drafts. */
  EPISODES,
  /** Uploads and their keys. */
  ATTACHMENTS,
  /** Appointments, and what stands for the appointment password. */
  APPOINTMENTS,
  /** Searches, comparisons and conversations with patients of the same symptom. */
  MATCHING,
  /** Searches of her own records, and what they found. */
  SEARCHES,
  /** What she reported about who had to do with her records. */
  COMPLAINTS,
  /** The content of HL7 messages about her. */
  MESSAGES,
  /** Name, birth date, address, telephone, numbers. */
  REGISTRATION
}
