package org.epione.ledger.forgetting;

/** What is destroyed, in words, by the names that certificates and receipts carry. */
final class Destroyed {

  private Destroyed() {}

  /**
   * Of what a hospital destroys.
   *
   * @throws IllegalArgumentException for another name
   */
  static String atHospital(String what) {
    return switch (what) {
      case "ACCOUNT" -> "account: names, sessions, second factor, notices";
      case "KEYS" -> "key pairs, and what wraps them";
      case "GUARDIANSHIPS" -> "guardianships, and the keys that guardians held";
      case "HELD_ELSEWHERE" -> "order to the system manager";
      case "PASSWORD_SHARES" -> "share of the key for lost passwords, and texts";
      case "EMERGENCY_SHARES" -> "share of the key for emergencies, and texts";
      case "CONSENTS" -> "consents, and the keys in them";
      case "RECORDS" -> "sealed records that waited at the hospital";
      case "EPISODES" -> "what treating teams knew: names, complaints, keys, texts, drafts";
      case "ATTACHMENTS" -> "keys of attached files";
      case "APPOINTMENTS" -> "appointments";
      case "MATCHING" -> "searches and conversations";
      case "SEARCHES" -> "searches of her own records";
      case "COMPLAINTS" -> "reports to the auditor";
      case "MESSAGES" -> "messages of other systems about her";
      case "REGISTRATION" -> "registration: name, birth date, address, numbers";
      default -> throw new IllegalArgumentException("a hospital destroys nothing of that name");
    };
  }

  /**
   * Of what the system manager destroys.
   *
   * @throws IllegalArgumentException for another name
   */
  static String atManager(String what) {
    return switch (what) {
      case "PASSWORD_SHARES" -> "shares of the key for lost passwords, and texts";
      case "EMERGENCY_SHARES" -> "shares of the key for emergencies, and texts";
      case "RE_ENCRYPTION_KEYS" -> "re-encryption keys";
      default ->
          throw new IllegalArgumentException("the system manager destroys nothing of that name");
    };
  }
}
