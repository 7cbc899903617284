package org.epione.forgetting.control;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.HeldErasure.Held;
import org.epione.platform.identity.PartyCode;

/**
 * A certificate as a text file: what it says in words, and below it the signed encoding, which
 * alone counts ({@code docs/formats.md}).
 */
final class CertificateFile {

  static final String BEGIN = "-----BEGIN EPIONE CERTIFICATE OF FORGETTING-----";
  static final String END = "-----END EPIONE CERTIFICATE OF FORGETTING-----";

  private static final int LINE = 64;
  private static final int ROWS = 1024;

  private CertificateFile() {}

  static byte[] of(byte[] encoded, PartyCode hospital) {
    ForgettingCertificate certificate = ForgettingCertificate.decode(encoded);
    DestroyedMessage receipt = DestroyedMessage.decode(certificate.receipt().bytes());
    StringBuilder text = new StringBuilder(ROWS);
    line(text, "CERTIFICATE OF FORGETTING");
    line(text, "");
    line(text, "Number:      " + certificate.number().hex());
    line(text, "Hospital:    " + hospital);
    line(
        text,
        "Asked:       "
            + time(certificate.asked())
            + (certificate.byPatient() ? " by the patient" : " in writing"));
    line(
        text,
        "Released:    "
            + time(certificate.released())
            + " by an administrator, after a registrar had examined it");
    line(text, "Completed:   " + time(certificate.completed()));
    line(text, "");
    line(
        text, "The hospital has destroyed all keys of the patient and all data that identify her.");
    line(text, "Nobody can open her records any more, with whatever password or authority.");
    line(text, "");
    line(text, "Destroyed at the hospital (entries):");
    certificate
        .steps()
        .forEach(
            each ->
                line(
                    text,
                    String.format(
                        Locale.ROOT,
                        "  %-62s %6d  %s",
                        words(each.what()),
                        each.entries(),
                        time(each.at()))));
    line(text, "");
    line(text, "Destroyed at the system manager, " + time(receipt.at()) + ", as it signed:");
    receipt
        .entries()
        .forEach(
            each ->
                line(
                    text,
                    String.format(Locale.ROOT, "  %-62s %6d", words(each.what()), each.number())));
    line(text, "");
    line(text, "Not destroyed, because it cannot be:");
    line(text, "  - what doctors read, copied or printed before;");
    line(text, "  - the entries of the chain: signatures and commitments that name nobody;");
    line(text, "  - ciphertexts at the cloud, which nobody can open any more.");
    line(text, "");
    line(text, "Episodes of which no key exists any more:");
    certificate.episodes().forEach(each -> line(text, "  " + each.hex()));
    line(text, "");
    line(text, BEGIN);
    line(text, Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded));
    line(text, END);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String words(Erased what) {
    return switch (what) {
      case ACCOUNT -> "account: names, sessions, second factor, notices";
      case KEYS -> "key pairs, and what wraps them";
      case GUARDIANSHIPS -> "guardianships, and the keys that guardians held";
      case HELD_ELSEWHERE -> "order to the system manager";
      case PASSWORD_SHARES -> "share of the key for lost passwords, and texts";
      case EMERGENCY_SHARES -> "share of the key for emergencies, and texts";
      case CONSENTS -> "consents, and the keys in them";
      case RECORDS -> "sealed records that waited at the hospital";
      case EPISODES -> "what treating teams knew: names, complaints, keys, texts, drafts";
      case ATTACHMENTS -> "keys of attached files";
      case APPOINTMENTS -> "appointments";
      case MATCHING -> "searches and conversations";
      case SEARCHES -> "searches of her own records";
      case COMPLAINTS -> "reports to the auditor";
      case MESSAGES -> "messages of other systems about her";
      case REGISTRATION -> "registration: name, birth date, address, numbers";
    };
  }

  private static String words(Held what) {
    return switch (what) {
      case PASSWORD_SHARES -> "shares of the key for lost passwords, and texts";
      case EMERGENCY_SHARES -> "shares of the key for emergencies, and texts";
      case RE_ENCRYPTION_KEYS -> "re-encryption keys";
    };
  }
}
