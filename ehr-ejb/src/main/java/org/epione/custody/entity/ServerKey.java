package org.epione.custody.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** The wrapped keys of a hosted party. */
@Entity
@Table(name = "server_key")
@NamedQuery(name = "ServerKey.parties", query = "select k.party from ServerKey k order by k.party")
public class ServerKey {

  @Id
  @Column(length = 32)
  private String party;

  @Column(nullable = false)
  private byte[] wrapped;

  @Column(name = "signing_public", nullable = false)
  private byte[] signingPublic;

  @Column(name = "receiving_public", nullable = false)
  private byte[] receivingPublic;

  @Column(nullable = false)
  private Instant created;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected ServerKey() {}

  /** Keys of a party, wrapped under its key store. */
  public ServerKey(
      String party, byte[] wrapped, byte[] signingPublic, byte[] receivingPublic, Instant created) {
    this.party = party;
    this.wrapped = wrapped;
    this.signingPublic = signingPublic;
    this.receivingPublic = receivingPublic;
    this.created = created;
  }

  public String party() {
    return party;
  }

  public byte[] wrapped() {
    return wrapped;
  }

  public byte[] signingPublic() {
    return signingPublic;
  }

  public byte[] receivingPublic() {
    return receivingPublic;
  }

  /** When they were made. */
  public Instant created() {
    return created;
  }
}
