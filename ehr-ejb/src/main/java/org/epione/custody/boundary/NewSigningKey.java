package org.epione.custody.boundary;

import org.epione.crypto.signature.BlsPublicKey;
import org.epione.crypto.signature.ProofOfPossession;

/**
 * The public half of a signing key that was made to follow the current one.
 *
 * @param possession shows that the secret half is held
 */
public record NewSigningKey(BlsPublicKey key, ProofOfPossession possession) {}
