package org.epione.custody.boundary;

import java.util.Optional;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.crypto.scheme.pre.PatientPublicKey;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.crypto.signature.ProofOfPossession;

/**
 * The public halves of a person's keys; each is there if it was asked for at creation.
 *
 * @param possession shows that the signing key's secret half is held
 * @param record a patient's key, to which her records are encrypted
 */
public record PublicKeys(
    Optional<BlsPublicKey> signing,
    Optional<ProofOfPossession> possession,
    Optional<HpkePublicKey> receiving,
    Optional<PatientPublicKey> record) {}
