package org.epione.account.entity;

import java.util.List;
import org.epione.crypto.codec.ByteString;

/**
 * What an authenticator has made, once all of it was checked.
 *
 * @param id SHA-256 of the credential's id, in hexadecimal
 * @param attestedCredential credential's id and public key (WebAuthn, section 6.5.1)
 * @param transports how browsers reach the authenticator
 * @param backupEligible whether its maker may copy it to other devices
 * @param signatureCounter what the authenticator counts; 0 where it does not
 */
public record NewPasskey(
    String id,
    ByteString attestedCredential,
    List<String> transports,
    boolean backupEligible,
    long signatureCounter) {}
