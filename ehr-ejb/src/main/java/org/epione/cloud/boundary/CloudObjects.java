package org.epione.cloud.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.epione.cloud.control.CloudStorage;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.platform.identity.PartyCode;

/**
 * Looks whether a cloud hosted here still has what it promised to keep. Reads the stored bytes
 * afresh each time. For other features; pages and resources do not call this.
 */
@Stateless
@PermitAll
public class CloudObjects {

  @Inject private CloudStorage storage;

  /** What is found of this ciphertext of this episode. */
  public CheckResult check(PartyCode cloud, RecordId episode, Digest ciphertext) {
    return storage.check(cloud, new CheckRequest(episode, ciphertext));
  }
}
