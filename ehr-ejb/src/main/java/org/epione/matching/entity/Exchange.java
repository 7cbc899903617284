package org.epione.matching.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.matching.boundary.Due;
import org.epione.matching.boundary.EndedBy;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * One side of the one comparison of a pair, and of the conversation that may follow. The row does
 * not tell what came of the comparison: a confirmation that is right looks like any other.
 */
@Entity
@Table(name = "matching_exchange")
@NamedQuery(
    name = "Exchange.ofPair",
    query =
        "select e from Exchange e where e.hospital = :hospital and e.search = :own and e.peer ="
            + " :peer and e.peerHospital = :peerHospital")
@NamedQuery(
    name = "Exchange.begun",
    query =
        "select e from Exchange e where e.account = :account and e.ownShare is not null and"
            + " (e.endedAt is null or e.sent > 0 and e.received > 0) order by e.begunAt")
@NamedQuery(
    name = "Exchange.triesSince",
    query = "select count(e) from Exchange e where e.account = :account and e.begunAt > :since")
@NamedQuery(
    name = "Exchange.triesOfSearch",
    query = "select count(e) from Exchange e where e.search = :search and e.begunAt is not null")
@NamedQuery(
    name = "Exchange.triesWith",
    query =
        "select count(e) from Exchange e where e.search = :search and e.peerHospital = :peer and"
            + " e.begunAt is not null")
@NamedQuery(
    name = "Exchange.possiblePeers",
    query =
        "select distinct e.peerHospital from Exchange e where e.search = :search and e.endedAt is"
            + " null and e.ownShare is null and (e.beginner = true or e.peerShare is not null)")
@NamedQuery(
    name = "Exchange.possibleWith",
    query =
        "select e from Exchange e where e.search = :search and e.peerHospital = :peer and e.endedAt"
            + " is null and e.ownShare is null and (e.beginner = true or e.peerShare is not null)"
            + " order by e.madeAt, e.id")
@NamedQuery(
    name = "Exchange.ofSearch",
    query = "select e from Exchange e where e.search = :search and e.endedAt is null")
@NamedQuery(
    name = "Exchange.withPeer",
    query =
        "select e from Exchange e where e.hospital = :hospital and e.peer = :peer and"
            + " e.peerHospital = :peerHospital and e.endedAt is null")
@NamedQuery(
    name = "Exchange.unseen",
    query =
        "select count(e) from Exchange e where e.account = :account and e.sent > 0 and e.received >"
            + " e.seen and e.endedAt is null")
public class Exchange {

  @Id
  @Column(length = 36)
  private String id;

  @Column(nullable = false, length = 256, updatable = false)
  private String search;

  @Column(nullable = false, length = 36, updatable = false)
  private String account;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Column(nullable = false, length = 256, updatable = false)
  private String peer;

  @Column(name = "peer_hospital", nullable = false, length = 32, updatable = false)
  private String peerHospital;

  @Column(name = "peer_certificate", nullable = false, length = 64, updatable = false)
  private String peerCertificate;

  @Column(nullable = false, updatable = false)
  private boolean beginner;

  @Column(name = "made_at", nullable = false, updatable = false)
  private Instant madeAt;

  @Column(name = "begun_at")
  private @Nullable Instant begunAt;

  @Column(name = "own_share")
  private byte @Nullable [] ownShare;

  @Column(name = "own_confirmation")
  private byte @Nullable [] ownConfirmation;

  @Column(name = "peer_share")
  private byte @Nullable [] peerShare;

  @Column(name = "peer_confirmation")
  private byte @Nullable [] peerConfirmation;

  @Column private byte @Nullable [] sealed;

  @Column(nullable = false)
  private int sent;

  @Column(nullable = false)
  private int received;

  @Column(nullable = false)
  private int seen;

  @Column(name = "own_block", nullable = false)
  private boolean ownBlock;

  @Column(name = "peer_block", nullable = false)
  private boolean peerBlock;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "ended_by", length = 16)
  private @Nullable EndedBy endedBy;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Exchange() {}

  /** A pair that was not compared yet. */
  public Exchange(
      UUID id, Search own, Pid peer, PartyCode peerHospital, Digest peerCertificate, Instant now) {
    this.id = id.toString();
    this.search = own.pseudonym().hex();
    this.account = own.account().toString();
    this.hospital = own.hospital().value();
    this.peer = peer.hex();
    this.peerHospital = peerHospital.value();
    this.peerCertificate = peerCertificate.hex();
    this.beginner = own.pseudonym().compareTo(peer) < 0;
    this.madeAt = now;
  }

  /** Whether this side is A of SPAKE2: its pseudonym is the smaller one. */
  public boolean isBeginner() {
    return beginner;
  }

  /** What is due, by the messages alone. */
  public Due due() {
    if (endedAt != null) {
      return Due.WAIT;
    }
    if (ownShare == null) {
      return isBeginner() ? Due.BEGIN : peerShare == null ? Due.WAIT : Due.ANSWER;
    }
    if (ownConfirmation == null) {
      return peerConfirmation == null ? Due.WAIT : Due.CONFIRM;
    }
    return peerConfirmation == null ? Due.WAIT : Due.DONE;
  }

  /** This side gives its share: from now on the comparison counts. */
  public void give(byte[] share, Instant now) {
    ownShare = share.clone();
    begunAt = now;
  }

  /** This side confirms. */
  public void confirm(byte[] confirmation) {
    ownConfirmation = confirmation.clone();
  }

  /** Whether it gave exactly this before. */
  public boolean gave(Optional<byte[]> share, Optional<byte[]> confirmation) {
    return share.map(each -> Arrays.equals(each, ownShare)).orElse(true)
        && confirmation.map(each -> Arrays.equals(each, ownConfirmation)).orElse(true);
  }

  /** The other side's share came. */
  public void takeShare(byte[] share) {
    peerShare = share.clone();
  }

  /** The other side's confirmation came. */
  public void takeConfirmation(byte[] confirmation) {
    peerConfirmation = confirmation.clone();
  }

  /** What the browser will need at the next step, sealed by it. */
  public void keep(byte[] state) {
    sealed = state.clone();
  }

  /** Nothing more can come of it. What was sealed stays while there is a conversation to read. */
  public void end(EndedBy by, Instant now) {
    if (endedAt == null) {
      endedAt = now;
      endedBy = by;
      if (!isTogether()) {
        sealed = null;
      }
    }
  }

  /** The two are never to be paired again; says whether that is new from that side. */
  public boolean block(EndedBy side) {
    boolean before = side == EndedBy.OWN ? ownBlock : peerBlock;
    ownBlock |= side == EndedBy.OWN;
    peerBlock |= side == EndedBy.PEER;
    return !before;
  }

  /** The patient wants nothing more of it. */
  public void forget() {
    sealed = null;
  }

  /** One more message of this side; the first is her agreement. */
  public void sent() {
    sent++;
  }

  /** One more message of the other side. */
  public void received() {
    received++;
  }

  /** The patient's browser fetched all that came. */
  public void saw() {
    seen = received;
  }

  /** Whether this patient agreed to meet. */
  public boolean hasAgreed() {
    return sent > 0;
  }

  /** Whether both agreed to meet. */
  public boolean isTogether() {
    return sent > 0 && received > 0;
  }

  public boolean isEnded() {
    return endedAt != null;
  }

  public UUID id() {
    return UUID.fromString(id);
  }

  public Pid own() {
    return Pid.ofHex(search);
  }

  public Pid peer() {
    return Pid.ofHex(peer);
  }

  public AccountId account() {
    return AccountId.of(account);
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  public PartyCode peerHospital() {
    return new PartyCode(peerHospital);
  }

  public Digest peerCertificate() {
    return Digest.ofHex(peerCertificate);
  }

  public Optional<byte[]> ownShare() {
    return Optional.ofNullable(ownShare).map(byte[]::clone);
  }

  public Optional<byte[]> peerShare() {
    return Optional.ofNullable(peerShare).map(byte[]::clone);
  }

  public Optional<byte[]> peerConfirmation() {
    return Optional.ofNullable(peerConfirmation).map(byte[]::clone);
  }

  public Optional<byte[]> sealed() {
    return Optional.ofNullable(sealed).map(byte[]::clone);
  }

  /** How many messages this side sent. */
  public int sentCount() {
    return sent;
  }

  /** How many messages came. */
  public int receivedCount() {
    return received;
  }

  public Optional<EndedBy> endedBy() {
    return Optional.ofNullable(endedBy);
  }

  @Override
  public String toString() {
    return "Exchange";
  }
}
