package org.epione.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an authenticator has to sign next, for one purpose of an account. */
@Entity
@Table(name = "passkey_challenge")
@IdClass(PasskeyChallenge.Key.class)
public class PasskeyChallenge {

  /** What names a row. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private String account = "";
    private PasskeyPurpose purpose = PasskeyPurpose.SIGN_IN;

    /** For the provider. */
    public Key() {}

    /** The name of that row. */
    public Key(String account, PasskeyPurpose purpose) {
      this.account = account;
      this.purpose = purpose;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.account.equals(account) && key.purpose == purpose;
    }

    @Override
    public int hashCode() {
      return Objects.hash(account, purpose);
    }
  }

  @Id
  @Column(length = 36)
  private String account;

  @Id
  @Enumerated(EnumType.STRING)
  @Column(length = 16)
  private PasskeyPurpose purpose;

  @Column(nullable = false)
  private byte[] challenge;

  @Column(nullable = false)
  private Instant made;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected PasskeyChallenge() {}

  /** One that was made now. */
  public PasskeyChallenge(String account, PasskeyPurpose purpose, byte[] challenge, Instant now) {
    this.account = account;
    this.purpose = purpose;
    this.challenge = challenge.clone();
    this.made = now;
  }

  /** Another in its place. */
  public void renew(byte[] another, Instant now) {
    challenge = another.clone();
    made = now;
  }

  public byte[] challenge() {
    return challenge.clone();
  }

  public Instant made() {
    return made;
  }
}
