package org.epione.sharing.control;

import java.time.Instant;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.EpisodeOpenedBody;
import org.epione.platform.identity.PartyCode;

/**
 * A grant and what it rests on, after {@link GrantProof} found that all of it holds.
 *
 * @param hospital the hospital that keeps the record and on whose chain all of it stands
 * @param cloud the cloud that keeps the ciphertext
 * @param askingHospital the hospital of the doctor who is granted
 * @param notAfter until when it counts
 * @param ahead whether the patient granted it before it was asked for
 * @param digest of the grant
 */
record ProvenGrant(
    PartyCode hospital,
    PartyCode cloud,
    PartyCode askingHospital,
    EpisodeOpenedBody episode,
    DiagnosisBody diagnosis,
    AccessRequestedBody request,
    Grant grant,
    Instant notAfter,
    boolean ahead,
    Digest digest) {}
