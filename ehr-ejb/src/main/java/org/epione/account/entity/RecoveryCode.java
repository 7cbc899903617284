package org.epione.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A recovery code that was not used yet, as the tag that stretching it gives. */
@Entity
@Table(name = "recovery_code")
@IdClass(RecoveryCode.Key.class)
@NamedQuery(
    name = "RecoveryCode.ofAccount",
    query = "select r from RecoveryCode r where r.account = :account")
public class RecoveryCode {

  /** What names a row. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private String account = "";
    private String tag = "";

    /** For the provider. */
    public Key() {}

    /** The name of that row. */
    public Key(String account, String tag) {
      this.account = account;
      this.tag = tag;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.account.equals(account) && key.tag.equals(tag);
    }

    @Override
    public int hashCode() {
      return Objects.hash(account, tag);
    }
  }

  @Id
  @Column(length = 36)
  private String account;

  @Id
  @Column(length = 64)
  private String tag;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected RecoveryCode() {}

  /** One that was not used yet. */
  public RecoveryCode(String account, String tag) {
    this.account = account;
    this.tag = tag;
  }
}
