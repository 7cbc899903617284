package org.epione.team.entity;

import org.epione.crypto.codec.ByteString;

/**
 * Who a new episode is about.
 *
 * @param account of the patient
 * @param id of the patient at the hospital
 * @param pseudonym PID_p of this episode
 * @param recordKey SCOPED public key
 * @param sealedFacts what is medical, under the hospital's server key
 */
public record EpisodePatient(
    String account,
    String id,
    ByteString pseudonym,
    ByteString recordKey,
    ByteString sealedFacts) {}
