package org.epione.demo.client;

import jakarta.json.JsonObject;
import java.util.HexFormat;
import java.util.Optional;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.password.PasswordParameters;
import org.epione.crypto.scheme.pake.MatchingSession;
import org.epione.crypto.transcript.Digest;

/**
 * One comparison of a patient's symptom with that of somebody under a pseudonym, as her hospital
 * tells it.
 *
 * @param beginner whether hers is the smaller pseudonym
 * @param due {@code BEGIN}, {@code ANSWER}, {@code CONFIRM}, {@code WAIT} or {@code DONE}
 * @param agreed whether she agreed to meet
 * @param together whether both did
 * @param sent how many messages she wrote
 * @param ended whether nothing more can come of it
 */
public record Comparison(
    String id,
    String own,
    String ownCertificate,
    String peer,
    String peerCertificate,
    boolean beginner,
    String due,
    Optional<String> peerShare,
    Optional<String> peerConfirmation,
    Optional<String> sealed,
    boolean agreed,
    boolean together,
    int sent,
    boolean ended) {

  private static final HexFormat HEX = HexFormat.of();

  /** Cost of the hash of a symptom. */
  private static final PasswordParameters COST = new PasswordParameters(8192, 1, 1);

  static Comparison of(JsonObject row) {
    return new Comparison(
        row.getString("id"),
        row.getString("own"),
        row.getString("ownCertificate"),
        row.getString("peer"),
        row.getString("peerCertificate"),
        row.getBoolean("beginner"),
        row.getString("due"),
        Fields.text(row, "peerShare"),
        Fields.text(row, "peerConfirmation"),
        Fields.text(row, "sealed"),
        row.getBoolean("agreed"),
        row.getBoolean("together"),
        row.getInt("sent"),
        row.containsKey("endedBy"));
  }

  /** Pseudonym of A, who begins. */
  byte[] pseudonymA() {
    return HEX.parseHex(beginner ? own : peer);
  }

  /** Pseudonym of B. */
  byte[] pseudonymB() {
    return HEX.parseHex(beginner ? peer : own);
  }

  /** What both bind. */
  MatchingSession session() {
    Digest ofOwn = Digest.ofHex(ownCertificate);
    Digest ofPeer = Digest.ofHex(peerCertificate);
    return new MatchingSession(
        Pseudonym.of(pseudonymA()),
        Pseudonym.of(pseudonymB()),
        beginner ? ofOwn : ofPeer,
        beginner ? ofPeer : ofOwn,
        COST);
  }

  /** Without pseudonyms. */
  @Override
  public String toString() {
    return "comparison " + id + " " + due;
  }
}
