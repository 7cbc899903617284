package org.epione.custody.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** The wrapped keys of a person, and their public halves. */
@Entity
@Table(name = "person_key")
public class PersonKey {

  @Id
  @Column(length = 36)
  private String account;

  @Column(nullable = false)
  private byte[] salt;

  @Column(name = "wrapped_person_key", nullable = false)
  private byte[] wrappedPersonKey;

  @Column(name = "wrapped_keys", nullable = false)
  private byte[] wrappedKeys;

  @Column(name = "signing_public")
  private byte @Nullable [] signingPublic;

  private byte @Nullable [] possession;

  /** Signing keys besides the current one that are not destroyed: a canonical list. */
  @Column(name = "signing_kept")
  private byte @Nullable [] signingKept;

  @Column(name = "receiving_public")
  private byte @Nullable [] receivingPublic;

  @Column(name = "record_public")
  private byte @Nullable [] recordPublic;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected PersonKey() {}

  /** Keys of an account; the public halves follow. */
  public PersonKey(String account, byte[] salt, byte[] wrappedPersonKey, byte[] wrappedKeys) {
    this.account = account;
    this.salt = salt;
    this.wrappedPersonKey = wrappedPersonKey;
    this.wrappedKeys = wrappedKeys;
  }

  /** Wraps the keys under another person key, and that under another secret. */
  public void rewrap(byte[] newSalt, byte[] newWrappedPersonKey, byte[] newWrappedKeys) {
    this.salt = newSalt;
    this.wrappedPersonKey = newWrappedPersonKey;
    this.wrappedKeys = newWrappedKeys;
  }

  /** Puts other keys under the same person key. */
  public void setWrappedKeys(byte[] newWrappedKeys) {
    this.wrappedKeys = newWrappedKeys;
  }

  /** Sets the public half of the current signing key. */
  public void setSigning(byte[] key, byte[] proof) {
    this.signingPublic = key;
    this.possession = proof;
  }

  /** Sets the public halves of the other signing keys. */
  public void setSigningKept(byte @Nullable [] kept) {
    this.signingKept = kept;
  }

  /** Sets the public half of the receiving key. */
  public void setReceiving(byte[] key) {
    this.receivingPublic = key;
  }

  /** Sets the public half of the record key. */
  public void setRecord(byte[] key) {
    this.recordPublic = key;
  }

  public String account() {
    return account;
  }

  public byte[] salt() {
    return salt;
  }

  public byte[] wrappedPersonKey() {
    return wrappedPersonKey;
  }

  public byte[] wrappedKeys() {
    return wrappedKeys;
  }

  public byte @Nullable [] signingPublic() {
    return signingPublic;
  }

  public byte @Nullable [] possession() {
    return possession;
  }

  public byte @Nullable [] signingKept() {
    return signingKept;
  }

  public byte @Nullable [] receivingPublic() {
    return receivingPublic;
  }

  public byte @Nullable [] recordPublic() {
    return recordPublic;
  }
}
