package org.epione.cloud.entity;

/**
 * What a stored ciphertext belongs to.
 *
 * @param cloud code of the cloud
 * @param hospital code of the hospital that sent it
 * @param episode EID in hex
 * @param diagnosisId id of the DIAGNOSIS record in hex
 * @param digest of the ciphertext in hex
 */
public record CloudObjectSource(
    String cloud, String hospital, String episode, String diagnosisId, String digest) {}
