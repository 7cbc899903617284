package org.epione.custody.boundary;

import org.epione.crypto.signature.BlsPublicKey;
import org.epione.crypto.signature.ProofOfPossession;

/** A patient's public signing key for one episode; keys of two episodes cannot be linked. */
public record EpisodeKey(BlsPublicKey key, ProofOfPossession possession) {}
