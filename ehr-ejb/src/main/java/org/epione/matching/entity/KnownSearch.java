package org.epione.matching.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.platform.identity.PartyCode;

/** A hospital was told that somebody looks. */
@Entity
@Table(name = "matching_known")
@NamedQuery(
    name = "KnownSearch.notPaired",
    query =
        "select k from KnownSearch k where k.hospital = :hospital and k.endsAt >= :now and not"
            + " exists (select e.id from Exchange e where e.search = :own and e.peer ="
            + " k.pseudonym)")
@NamedQuery(
    name = "KnownSearch.count",
    query =
        "select count(k) from KnownSearch k where k.hospital = :hospital and k.peerHospital = :peer")
@NamedQuery(name = "KnownSearch.over", query = "delete from KnownSearch k where k.endsAt < :now")
public class KnownSearch {

  @Id
  @Column(length = 64)
  private String id;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Column(nullable = false, length = 256, updatable = false)
  private String pseudonym;

  @Column(name = "peer_hospital", nullable = false, length = 32, updatable = false)
  private String peerHospital;

  @Column(nullable = false, updatable = false)
  private byte[] certificate;

  @Column(name = "ends_at", nullable = false, updatable = false)
  private Instant endsAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected KnownSearch() {}

  /** What {@code hospital} was told. */
  public KnownSearch(
      PartyCode hospital,
      Pid pseudonym,
      PartyCode peerHospital,
      byte[] certificate,
      Instant endsAt) {
    this.id = idOf(hospital, pseudonym);
    this.hospital = hospital.value();
    this.pseudonym = pseudonym.hex();
    this.peerHospital = peerHospital.value();
    this.certificate = certificate.clone();
    this.endsAt = endsAt;
  }

  /** One row for each hospital and pseudonym. */
  public static String idOf(PartyCode hospital, Pid pseudonym) {
    String text = hospital + "/" + pseudonym.hex();
    return Digest.of(text.getBytes(StandardCharsets.US_ASCII)).hex();
  }

  public Pid pseudonym() {
    return Pid.ofHex(pseudonym);
  }

  public PartyCode peerHospital() {
    return new PartyCode(peerHospital);
  }

  public Digest certificateDigest() {
    return Digest.of(certificate);
  }
}
