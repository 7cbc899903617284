package org.epione.platform.error;

import java.util.Locale;

/**
 * Every refusal and failure that a person can see, with a number that never changes its meaning and
 * a text that says what to do. Numbers are {@code EHR-nnnn}: 1000-1999 platform, 2000-2999
 * enrolment and HL7, 3000-3999 teams and records, 4000-4999 sharing, cloud and audit, 5000-5999 the
 * ledger, 9000-9999 start and configuration. The texts name no patient and no secret.
 */
public enum ErrorCode {
  // platform: 1000-1999
  UNEXPECTED(
      1000, "Something went wrong inside. Try again; if it stays, give the support the event id."),
  NOT_SIGNED_IN(1001, "You are not signed in, or your session has ended. Sign in and try again."),
  ACCESS_DENIED(1002, "You may not do this. If you think you should, ask your administrator."),
  NOT_FOUND(1003, "There is no such entry. It may have been removed; go back and search again."),
  INVALID_INPUT(1004, "The input was not accepted. Correct it as described and send it again."),
  CONFLICT(
      1005, "Someone else changed this in the meantime. Load it again and repeat your change."),
  NOT_RECORDED(
      1006, "The access could not be recorded, so it was refused. Tell your administrator."),
  FOREIGN_REQUEST(
      1007,
      "The header X-Epione-Request is missing. Send it with any value on every request that changes"
          + " something."),
  SIGN_IN_REFUSED(
      1010,
      "User name or password is wrong. Check both and try again; after several failures you have to"
          + " wait, then the account is locked."),
  WRONG_PASSWORD(
      1011,
      "The password is wrong. Check it and try again; after several failures you have to wait, then"
          + " the account is locked."),
  WEAK_PASSWORD(
      1012, "The password is too weak. Choose 12 or more characters that are not your user name."),
  ACTIVATION_REFUSED(
      1013,
      "The activation code is wrong, used or expired. Check it, or ask your hospital for a new"
          + " one."),
  USER_NAME_TAKEN(
      1014,
      "This user name cannot be used. Choose another of 3 to 64 letters, digits, dots, hyphens,"
          + " underscores or @."),
  KEYS_CLOSED(1015, "Your keys are locked after a time without activity. Sign in again."),
  TOO_MANY_ATTEMPTS(
      1017,
      "Too many attempts failed before, so this one was not looked at. Wait, then try again."),
  ACCOUNT_LOCKED(
      1018,
      "Too many attempts failed, so the account is locked. Ask your administrator to unlock it."),
  NO_ADMINISTRATOR(1016, "No administrator exists. Set EPIONE_ADMIN_PASSWORD and start again."),
  PARTY_UNKNOWN(1020, "The party is not in the directory. Check its code, or admit it first."),
  PARTY_NOT_HOSTED(
      1021, "The party is not hosted by this server. Do this at the server that hosts it."),
  KEY_STORE_UNUSABLE(
      1022,
      "The key store of a party cannot be opened. Restore EPIONE_HOME/keys and its password, then"
          + " start again."),
  CERTIFICATE_REFUSED(
      1023,
      "The certificate of a party was not accepted. Ask the system manager for one that is valid."),
  BROKER_AWAY(
      1024,
      "The broker does not answer. Messages wait and are sent when it is back; start it, or check"
          + " EPIONE_BROKER_URL."),
  DATABASE_AWAY(
      1025,
      "The database does not answer. Look whether this was carried out when it is back, then try"
          + " again; it is awaited."),
  CODE_NEEDED(
      1040,
      "This account has a second factor. Send a code of your authenticator with the password."),
  CODE_REFUSED(
      1041,
      "The code is wrong, was used, or is of another time. Wait for the next one; after several"
          + " failures you have to wait longer, then the account is locked."),
  SECOND_FACTOR_NEEDED(
      1042,
      "Your role needs a second factor. Set one up in the portal under your account, then go on."),
  SECOND_FACTOR_ON(1043, "The account has a second factor already. Switch it off first."),
  SECOND_FACTOR_OFF(1044, "The account has no second factor."),
  SECOND_FACTOR_KEPT(
      1045,
      "Your role needs a second factor, so it cannot be switched off. An administrator can reset"
          + " it."),
  RECOVERY_REFUSED(
      1046,
      "The reset code is wrong, used or expired. Check it; if it stays, say again that the password"
          + " is lost, and go to your hospital."),
  RECOVERY_WAITS(
      1047,
      "The system manager has not answered yet. Nothing was changed; keep the code and try again"
          + " later."),
  RECOVERY_MOVED_ON(
      1048,
      "This recovery was decided, cancelled or has expired in the meantime. Load the page again to"
          + " see how."),
  NOT_RECOVERABLE(
      1049,
      "These keys cannot be recovered: the two shares are not there, or do not belong together."
          + " Shares are made when a person signs in or sets a password."),
  OWN_RECOVERY(1050, "Nobody approves the recovery of the own password. Ask a colleague to do it."),
  MESSAGE_REJECTED(
      1030,
      "A message was rejected. See its reason under failed messages; replay it when the cause is"
          + " gone, or discard it."),
  DISCARD_WITHOUT_REASON(1031, "Give the reason for discarding the message."),

  // enrolment: 2000-2099 (HL7 faults have 2100-2199, in the acknowledgements)
  HOSPITAL_CODE_TAKEN(2001, "A party of this code exists already. Choose another code."),
  APPLICATION_DECIDED(2002, "This application was decided already. Load the list again."),
  NOT_ADMITTED(
      2003, "The hospital is not admitted yet. Wait until the system manager has approved it."),
  STAFF_NOT_INVITABLE(2004, "People of this role are not invited here."),
  NO_CLOUD(
      2005, "No cloud is known to cosign the chain. Add CLOUD to EPIONE_PARTIES and start again."),
  PATIENT_NUMBER_TAKEN(
      2010, "A patient with this number is registered already. Search for the number."),
  PATIENT_SAME_PERSON(
      2011,
      "A patient of this name and birth date is registered already. Open that entry, or confirm"
          + " that this is another person."),
  PATIENT_UNKNOWN(2012, "No patient has this number. Register the patient first."),

  // teams, records and their storage: 3000-3999
  TEAM_INVALID(
      3001,
      "A team is 1 to 8 different doctors of this hospital who are enrolled and in good standing."
          + " Choose again."),
  EPISODE_MOVED_ON(
      3002, "The episode has moved on in the meantime. Load it again to see where it is."),
  NOT_YOUR_TURN(3003, "It is not your turn in this episode. See your inbox for what is."),
  WARRANT_MISSING(
      3004,
      "The patient's warrant for you, or for another doctor of this team, has ended or does not"
          + " hold. Ask the registrar to hand the episode over: the patient then signs new"
          + " warrants."),
  TURN_NOT_READY(
      3005, "The sealed papers of this turn are still on their way. Try again in a moment."),
  PARTS_INVALID(
      3006,
      "What the doctors before you signed does not hold, so nothing was added. Send it back, or"
          + " tell your administrator."),
  GROUP_KEY_UNUSABLE(
      3007,
      "The team's key that reached you is not the one the hospital sent. Tell your administrator."),
  CLOCK_BEHIND(
      3008,
      "The server's clock is behind what was signed before. Tell your administrator to set it, then"
          + " sign again."),
  NOBODY_BEFORE(3009, "You are the first of the team: there is nobody to send it back to."),
  DIAGNOSIS_UNUSABLE(3010, "The text is empty or too long. It has 1 to 32768 bytes."),
  NOT_WHAT_WAS_SHOWN(
      3011, "The text is not the one that was shown for signing. Look at it again, then sign."),
  REASON_MISSING(3012, "Give the reason, in at most 2000 bytes."),
  KEYS_OF_ANOTHER(3013, "These keys are not yours. Sign in again."),
  DOCTOR_EXPELLED(
      3014,
      "A doctor of this team is expelled. Ask the registrar to hand the episode over to another"
          + " team."),
  HOSPITAL_SUSPENDED(
      3015,
      "The system manager has suspended this hospital: it opens no new episodes. An administrator"
          + " can appeal on the page of its credit."),
  NOTHING_TO_FOLLOW(
      3016,
      "No turn of this team is lost, or the episode has ended: it goes on as it is, or a new"
          + " episode is opened."),
  DRAFT_NEWER(
      3017,
      "This text was changed in another window after you opened it here, so nothing was"
          + " overwritten. Copy from here what you still need, then load the page again."),
  WARRANT_WITHDRAWN(
      3018,
      "The patient has withdrawn the warrant of a doctor of this team who has not signed, so"
          + " nothing can be added. Ask the registrar to hand the episode over to another team."),
  NOT_BEFORE_YOU(3019, "The turn goes back only to a doctor before you. Choose one of them."),
  RECORD_DAMAGED(
      3020,
      "The stored record is missing or was altered; the chain names the cloud that answers for it."
          + " Tell your hospital."),
  RECORD_NOT_FINAL(3021, "The record is not final yet. Try again when it is on the chain."),
  RECORD_UNREADABLE(
      3022,
      "The record does not open with your key, or is not what the team signed. Tell your"
          + " hospital."),
  TEAM_CHANGE_OPEN(
      3023,
      "A change of this team is proposed already. Wait until the patient has answered, or take it"
          + " back."),
  TEAM_CHANGING(
      3024,
      "The patient has agreed to a change of this team, which is on its way to the chain. Try again"
          + " in a moment."),
  NOBODY_LEFT(
      3025,
      "Nobody would be left to sign. Put another doctor in this place, or open another episode."),
  CHANGE_MOVED_ON(
      3026,
      "That doctor has signed in the meantime, or the proposal was answered or taken back: nothing"
          + " was changed. Load the page again."),
  LEFT_OUT(
      3027,
      "The patient agreed that this team goes on without you, so you can neither open nor sign it"
          + " any more. Your inbox says why."),
  NOT_PASSED_ON(
      3028,
      "What was written before you came into this team is not passed on to you yet. Ask a doctor"
          + " who signed, or the one who leads the team, to do it in the inbox."),
  ADDENDUM_UNDER_WAY(
      3029,
      "You are adding to this record already. Finish that addendum, or take it back while the"
          + " patient has not answered."),
  CLOUD_FOLDER(
      3030, "The cloud's folder EPIONE_HOME/cloud cannot be used. Make it writable, then replay."),
  ATTACHMENT_KIND(
      3040,
      "This file cannot be attached. Attach PDF, PNG, JPEG or DICOM files, whose content is what"
          + " their type says."),
  ATTACHMENT_SIZE(3041, "The file is empty or too large. Attach files of 1 byte to 1 GiB."),
  ATTACHMENTS_TOO_MANY(
      3042,
      "That is too much for one part. Attach at most 16 files of together 2 GiB; remove what is not"
          + " needed."),
  UPLOAD_OUT_OF_STEP(
      3043,
      "This piece does not follow what has arrived: it came twice, or another window sends the same"
          + " file. Ask how far the upload is and go on from there."),
  SLICE_DAMAGED(
      3044,
      "This piece has another length or digest than was announced: it was damaged on the way. Send"
          + " it again."),
  OTHER_FILE(
      3045,
      "This is not the file whose upload was begun. Choose the same file, or remove the upload."),
  UPLOAD_UNFINISHED(
      3046,
      "An upload is not finished, or does not open with your present keys. Finish or remove it"
          + " before you sign."),
  ATTACHMENT_DAMAGED(
      3047,
      "The attachment is missing where it was stored, or is not what was signed, so nothing of it"
          + " is shown. Before signing, remove it and attach it again; of a record, tell your"
          + " hospital."),
  ATTACHMENT_NOT_HERE(
      3048, "The attachment is not here yet. Ask for it, and try again when all of it has come."),
  ATTACHMENT_FOLDER(
      3049,
      "The server cannot store attachments now: EPIONE_HOME/attachments is full or not writable."
          + " Try again later and tell your administrator."),

  // appointments: 3300-3399
  AGREEMENT_REFUSED(
      3301,
      "Card number, user name or appointment password is wrong, or no such password is set. Check"
          + " what you entered and try again; after several failures you have to wait, then"
          + " appointments are locked for this account."),
  AGREEMENT_MESSAGE(
      3302,
      "This is not the message that is due, so nothing was done. Load the page again and enter the"
          + " appointment password."),
  AGREEMENT_OVER(
      3303, "The time for this has ended. Enter the appointment password again and go on."),
  SLOT_TAKEN(3304, "This time cannot be had any more. Choose another."),
  APPOINTMENT_LOCKED(
      3305,
      "Too many attempts failed with this card number or user name, so appointments are locked for"
          + " it. Sign in to the portal and set the appointment password again under"
          + " Appointments."),
  CARD_NUMBER_SHARED(
      3306,
      "Another patient of your hospital books with the same number. Ask the registrar for a number"
          + " of your own."),
  SLOT_UNFIT(3307, "These times cannot be offered. Correct them as described."),
  APPOINTMENT_OVER(
      3308,
      "This appointment has begun, or was cancelled. Look at the list again to see where it"
          + " stands."),
  APPOINTMENTS_TOO_MANY(
      3309,
      "You have five appointments to come at this hospital. Cancel one, or ask the hospital."),
  VERIFIER_REFUSED(
      3310,
      "The browser sent what is no verifier of a password, so nothing was changed. Load the page"
          + " again and set the password again."),

  // patients with the same symptom: 3400-3429
  MATCHING_PASSWORD_SET(
      3401,
      "You have a matching password. Enter it, or start over if you do not know it any more."),
  MATCHING_RUNNING(3402, "You look for somebody already. Stop that first."),
  MATCHING_SEARCHES(
      3403,
      "You began three searches within 30 days, and more are not possible: they would tell others'"
          + " symptoms. Begin again later."),
  MATCHING_NOT_DUE(
      3404, "This is not what is due in the comparison, so nothing was done. Load the page again."),
  MATCHING_TRIES_OF_DAY(
      3405, "Twelve comparisons were made within a day. The next ones go on by themselves later."),
  MATCHING_TRIES_OF_SEARCH(
      3406,
      "This search has made as many comparisons as it can. Stop it, and begin another later."),
  MATCHING_OVER(3407, "This has ended. Load the page again to see where it stands."),
  MATCHING_MESSAGE(
      3408,
      "This is not the message that is due in the conversation, so it was not sent. Load the page"
          + " again."),
  MATCHING_TOO_LONG(3409, "The message is too long, or the conversation is full. Write less."),
  MATCHING_NOT_AGREED(
      3410, "Nothing is compared without your agreement. Read what it means and tick the box."),
  MATCHING_REPORTED(3411, "You reported this conversation before. The hospital looks into it."),
  MATCHING_KEY(
      3412,
      "The key that the browser gave does not open this conversation, so nothing was reported. Load"
          + " the page again."),
  MATCHING_REASON(3413, "Say in 1 to 2,000 characters what is wrong, or what was done."),

  // sharing and audit: 4400-4699
  RECORD_NOT_GRANTED(
      4401,
      "This record cannot be read: no key was issued for it. Look at where your request stands."),
  REQUEST_OVER(
      4402,
      "The end date that was asked for has passed. The doctor can ask again if it is needed."),
  ALREADY_DECIDED(4403, "This was decided already. Load the page again to see how."),
  KEY_NOT_ISSUABLE(
      4404, "The key cannot be issued as things stand. Refuse the request, or wait until it can."),
  RECORD_CLOSED(
      4405,
      "The record is no longer open here. Read it again; that is recorded and shown to the"
          + " patient."),
  SHARED_RECORD_UNREADABLE(
      4406,
      "The record could not be opened with your key. Read it again; if it stays, tell the system"
          + " manager."),
  ADDENDUM_ASKED_FOR(
      4407, "You have asked for this addendum already. You find it among your requests."),
  STANDING_RULE_EXISTS(
      4408,
      "You allow this doctor this purpose already. Withdraw that first, if it should be"
          + " otherwise."),
  DOCTOR_NOT_CONFIRMED(
      4409,
      "Not everything about this doctor can be confirmed now, so nothing can be allowed beforehand."
          + " Decide on each request instead."),
  STANDING_RULE_OVER(4410, "This is withdrawn or over. Allow it anew, if it should go on."),
  EMERGENCY_REFUSED_BEFOREHAND(
      4501,
      "The patient has refused emergency access beforehand. Ask her, or whoever can speak for"
          + " her."),
  EMERGENCY_NOT_PREPARED(
      4502,
      "Emergency access to this patient's records is not prepared, since she has not signed in yet."
          + " Ask her, or whoever can speak for her."),
  EMERGENCY_NOTHING(4503, "There is no finished record of this patient at your hospital."),
  EMERGENCY_UNDER_WAY(
      4504, "You have an emergency for this patient under way. You find it among yours."),
  EMERGENCY_UNREVIEWED(
      4505,
      "An earlier emergency of yours was not reviewed in time. Ask your administrator to close its"
          + " review first."),
  EMERGENCY_OWN(
      4506, "Nobody confirms or reviews what she had a hand in herself. Ask a colleague to do it."),
  EMERGENCY_MOVED_ON(
      4507, "This emergency was decided, or is over. Load the page again to see how it stands."),
  EMERGENCY_SHARES(
      4508,
      "The shares of this patient's key do not go together, so nothing was opened. Tell your"
          + " administrator; ask the patient, or whoever can speak for her."),
  CHAIN_UNKNOWN(4601, "There is no such chain on this server. Choose one from the list."),
  CHAIN_ARCHIVED(
      4602,
      "This was moved into an archive of the chain and is not kept here any more. Ask the"
          + " hospital's administrators for the file that is named."),
  EPOCH_NOT_ARCHIVABLE(
      4603,
      "The epoch cannot be archived, or not yet. It has to be closed, those before it deleted"
          + " first, its closing seen by a witness, and the file the one that was fetched last."),

  // reports of audits: 4610-4619
  REPORT_SCOPE_UNUSABLE(
      4610,
      "That cannot be audited. Give 1 to 100 ids or pseudonyms in hexadecimal, or a period that"
          + " begins before it ends."),
  REPORT_NOT_THERE(4611, "There is no report: the audit goes on, or ended without one."),
  REPORTS_TOO_MANY(
      4612, "Five of your audits go on already. Wait until one has ended, or cancel one."),
  REPORT_FAILED(
      4613, "The audit could not be finished. Begin it again; if it stays, tell the support."),

  // stations: 4620-4629
  STATION_UNKNOWN(
      4620,
      "The chain does not know this station. Enrol it in the portal under My station, and wait"
          + " until that is on the chain."),
  STATION_MESSAGE_REFUSED(
      4621, "The station's message was refused. Compare its clock and version with the server's."),
  STATION_CODE_INVALID(
      4622,
      "This is no enrolment code of a station. Copy the whole line that ./ehr station shows."),
  STATION_EXISTS(4623, "You have a station already. Withdraw it before you enrol another."),
  STATION_KEY_USED(
      4624,
      "This station was enrolled before, and a key is enrolled only once. Start a station on a new"
          + " folder and enrol that."),

  // complaints: 4630-4639
  COMPLAINT_TEXT_UNUSABLE(
      4630, "The text is empty or too long. Write 1 to 2,000 characters, about half a page."),
  COMPLAINT_EXISTS(4631, "You reported this already. See under your reports where it stands."),

  // supervision: 4700-4799
  MATTER_TEXT_UNUSABLE(
      4701, "The text is empty or too long. Write at most 4,000 bytes, about one page."),
  MATTER_RECORDS_UNUSABLE(
      4702,
      "A report names 1 to 16 different records of your hospital's chain. Copy their numbers from"
          + " your credit page or from receipts."),
  MATTER_NOT_TAKEN(4703, "The chain does not take this as things stand."),
  OUTCOME_UNFIT(
      4704,
      "A report is upheld as minor, major or grave, or dismissed; an appeal is granted or"
          + " dismissed. Choose again."),
  CREDIT_RULES_UNFIT(
      4705,
      "These rules make no sense together: the floor is at most the start, that at most the"
          + " maximum; a readmission lies between floor and maximum; a minor report costs at least"
          + " 1, a major one no less, a grave one no less than that."),

  // guardians of minors: 4800-4819
  GUARDIAN_NOT_MINOR(
      4801,
      "Guardians are for patients under 18, by the birth date that is registered. Correct the birth"
          + " date if it is wrong or missing."),
  GUARDIAN_ACCOUNT_ACTIVE(
      4802,
      "The patient has activated the account and decides herself. She needs no guardian here."),
  GUARDIAN_UNFIT(
      4803,
      "This person cannot be the guardian. It has to be another patient of this hospital, 18 or"
          + " older, who has activated the account."),
  GUARDIAN_END_UNFIT(
      4804,
      "A guardianship ends after today, and on the 18th birthday at the latest. Choose another"
          + " day."),
  GUARDIAN_EXISTS(4805, "This person is the guardian already, or was named and has not answered."),
  GUARDIAN_MOVED_ON(
      4806, "This was answered, taken back, or is over. Load the page again to see how it stands."),
  GUARDIAN_KEYS_UNUSABLE(
      4807,
      "The keys that were kept for the guardian do not open. Ask the hospital to end this and name"
          + " the guardian again."),
  GUARDIAN_ACTS(
      4808,
      "A guardian acts for this patient, or was named, so no activation code is handed out. End"
          + " that first, if the patient should take over."),

  // forgetting: 4821-4839
  PATIENT_FORGOTTEN(
      4821,
      "This patient was forgotten: her keys and data were destroyed, and nobody can open her"
          + " records any more."),
  FORGETTING_ASKED(
      4822,
      "It was asked already that this patient be forgotten. Load the page to see where it stands."),
  FORGETTING_MOVED_ON(
      4823,
      "This was decided or taken back in the meantime. Load the page again to see how it stands."),
  FORGETTING_OWN(
      4824, "Nobody releases what she started or examined herself. Ask a colleague to do it."),
  FORGETTING_TOO_EARLY(
      4825,
      "The time in which the patient can take it back is not over. Wait until the date that is"
          + " shown."),
  LEGAL_HOLD(
      4826,
      "A legal hold is on this patient's data. Nothing is destroyed until it is lifted or has"
          + " ended."),
  FORGETTING_EPISODE_OPEN(4827, "A treatment of this patient goes on. It has to end first."),
  FORGETTING_EMERGENCY_OPEN(
      4828,
      "An emergency about this patient is open, or its review is. It has to be closed first."),
  FORGETTING_UNDER_WAY(
      4829, "This patient is being forgotten already: what is destroyed cannot be held any more."),
  LEGAL_HOLD_DATES(4830, "A hold ends on a later day than today, and at most ten years from now."),
  CERTIFICATE_WAITS(
      4831,
      "There is no certificate yet: something is still to be destroyed, here or at the system"
          + " manager. Try again later."),

  // several records in one act: 4841-4849
  BUNDLES_OPEN(
      4841,
      "Three of your questions for several records wait for patients already. Wait until one is"
          + " answered, or ask for a single record."),

  // passkeys: 4851-4859
  PASSKEYS_NOT_ALLOWED(
      4851,
      "This server has no passkeys. Use codes; an administrator of the server can allow passkeys by"
          + " EPIONE_PORTAL_ORIGIN."),
  PASSKEY_REFUSED(
      4852,
      "The passkey was not accepted: it took longer than five minutes, was begun again elsewhere,"
          + " or belongs to another address or account. Begin again."),
  PASSKEY_LIMIT(4853, "You have ten passkeys already. Remove one that you do not need any more."),
  PASSKEY_KNOWN(
      4854, "This passkey belongs to an account already. Use another device or security key."),
  PASSKEY_GONE(4855, "This passkey was removed in the meantime. Load the page again."),

  // what guardians do for minors: 4881-4889
  GUARDIAN_EMERGENCY(
      4881,
      "A guardian cannot end emergency access to a child's records. It ends by itself, and the"
          + " hospital reviews it. If it seems wrong, tell the hospital and report it under Who has"
          + " read."),
  GUARDIAN_BEFOREHAND_END(
      4882,
      "What a guardian allows beforehand ends with the guardianship at the latest. Choose an"
          + " earlier day."),
  // search by symptom: 4861-4869
  SEARCH_RUNNING(
      4861, "A search of these records goes on. Wait until it has ended, then begin the next."),
  SEARCHES_OF_DAY(
      4862,
      "Ten searches were begun within a day, and more are not possible. Search again when the first"
          + " of them is a day old."),
  SEARCH_NOTHING(
      4863,
      "There is no finished record to search yet. One can be searched as soon as it is final."),

  // doctors' appointments: 4891
  APPOINTMENT_STANDING(
      4891,
      "Your hospital has not enrolled you yet, or you are expelled, so you cannot have an"
          + " appointment password. Look under Your credit, or ask the hospital's administrator."),

  // changed signing keys: 4892-4895
  SIGNING_KEY_LIMIT(
      4892,
      "You have sixteen signing keys, because treatments go on in which you sign with earlier ones."
          + " Finish one of these treatments, then change the key."),
  KEY_CHANGE_UNDER_WAY(
      4893,
      "Your last change of the key waits for the chain. It takes moments: refresh the page, and change"
          + " it again if you still want to."),
  KEY_CHANGED_MEANWHILE(
      4894,
      "Your key is another one than this page showed. Look at it, and change it if you want."),

  // second opinions: 4871-4879
  OPINION_UNFIT(
      4871,
      "That cannot be asked. Choose another hospital of the list and write the doctor's name, at"
          + " most 200 bytes; for an addendum nobody else is asked."),
  OPINION_ASKED(
      4872,
      "A doctor of another hospital was asked in this episode already. Wait for her, or take the"
          + " question back."),
  OPINION_MOVED_ON(
      4873, "This was answered, taken back, or is over. Load the page again to see how it stands."),
  VISITOR_PLACE(
      4874,
      "One doctor of another hospital can sign between doctors of this one, neither first nor last."
          + " Choose another place or doctor."),
  OPINION_STANDING(
      4875,
      "Your hospital has not enrolled you, or you are not in good standing, so you cannot sign for"
          + " another hospital."),
  QUESTION_UNUSABLE(
      4876,
      "Write what you ask, at most 2,000 bytes, about half a page, without the patient's name."),
  VISITOR_GAVE_UP(
      4877,
      "The doctor of another hospital cannot or will not sign any more. Have her place changed"
          + " under the team.");

  private final int number;
  private final String text;

  ErrorCode(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /** The stable code, for example {@code EHR-1002}. */
  public String code() {
    return String.format(Locale.ROOT, "EHR-%04d", number);
  }

  /** What happened and what to do, in English. */
  public String text() {
    return text;
  }
}
