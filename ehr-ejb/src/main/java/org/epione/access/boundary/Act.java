package org.epione.access.boundary;

/**
 * What someone wants to do with a patient's data, or with what opens it. Who may is in the one
 * policy of this feature; a new act needs its line there.
 */
public enum Act {
  REGISTER_PATIENT,
  SEARCH_PATIENTS,
  READ_PATIENT,
  UPDATE_PATIENT,
  PRINT_ACTIVATION_CODE,
  RESET_SECOND_FACTOR,
  /** Ask the hospital to forget oneself, or take that back. */
  ASK_TO_BE_FORGOTTEN,
  /** Start and examine, for the hospital, that a patient be forgotten. */
  EXAMINE_FORGETTING,
  /** Let a patient's keys and data be destroyed. */
  RELEASE_FORGETTING,
  /** Hold a patient's data, or lift that. */
  HOLD_PATIENT_DATA,
  /** See who of the hospital has lost the password. */
  LIST_RECOVERIES,
  /** Approve or refuse, for the hospital, that a lost password is replaced. */
  APPROVE_RECOVERY,
  /** The same for the system manager, who holds the other share. */
  RELEASE_RECOVERY_SHARE,
  /** Name a guardian of a minor, take that back, or end it. */
  NAME_GUARDIAN,
  /** Accept or decline to be a minor's guardian, or cease to be. */
  ANSWER_GUARDIANSHIP,
  /** Set the password that a patient books with, or that opens a doctor's calendar. */
  SET_APPOINTMENT_PASSWORD,
  /** Book, move and cancel one's own appointments. */
  BOOK_APPOINTMENT,
  READ_APPOINTMENTS,
  /** Offer times, take them back, and call off what was booked. */
  OFFER_APPOINTMENTS,
  /** Look for patients with the same symptom, compare, and write to them. */
  MATCH_SYMPTOM,
  /** Read a conversation that a patient of the hospital reported. */
  READ_REPORTED_CONVERSATION,
  OPEN_EPISODE,
  LIST_EPISODES,
  READ_EPISODE_STATE,
  SIGN_WARRANTS,
  WITHDRAW_WARRANT,
  /** Propose another team to the patient, or take that back. */
  CHANGE_TEAM,
  /** Let who came into the team later read what was written before. */
  PASS_ON,
  /** Ask the patient for a warrant to add to a record that is final, or take that back. */
  WRITE_ADDENDUM,
  READ_TURN,
  WRITE_DIAGNOSIS,
  RETURN_TURN,
  /** Answer another hospital's question for an opinion, and take the turns that follow. */
  GIVE_OPINION,
  READ_OWN_RECORD,
  /** Search one's own records for a symptom. */
  SEARCH_OWN_RECORDS,
  REQUEST_RECORD,
  READ_REQUEST,
  DECIDE_REQUEST,
  WITHDRAW_CONSENT,
  /** Allow a doctor to read before she asks, or take that back. */
  ALLOW_BEFOREHAND,
  READ_CONSENTS,
  /** Open a patient's records in an emergency, or see whether that can be. */
  ASK_IN_EMERGENCY,
  /** Confirm or refuse that a colleague does. */
  CONFIRM_EMERGENCY,
  /** The same for the system manager, who holds the other share. */
  RELEASE_EMERGENCY_SHARE,
  /** See what was done in emergencies, and close their reviews. */
  REVIEW_EMERGENCY,
  /** See what was done with one's own records in emergencies, and whether that can be. */
  READ_OWN_EMERGENCIES,
  /** Refuse emergencies, or allow them again. */
  DECIDE_ON_EMERGENCIES,
  ISSUE_RE_ENCRYPTION_KEY,
  BEGIN_READING,
  READ_SHARED_RECORD,
  AUDIT_EPISODE,
  AUDIT_CHAIN,
  /** Take away the file of a closed epoch of a chain. */
  WRITE_EPOCH_ARCHIVE,
  /** Delete the records of an epoch whose file was taken away. */
  DELETE_EPOCH,
  /** Cosign a log again that had contradicted itself. */
  RESUME_WITNESSING,
  READ_ACCESS_LOG,
  /** See who had to do with one's own records. */
  READ_DISCLOSURES,
  FILE_COMPLAINT,
  ANSWER_COMPLAINT
}
