package org.epione.custody.boundary;

import org.epione.crypto.signature.BlsSignature;

/**
 * What a patient gives for a grant that she makes ahead, and her signature on it under the key of
 * the one record that it is about.
 */
public record SignedDelegation(Delegation delegation, BlsSignature signature) {}
