/**
 * Proxy re-encryption as in the paper of Liu, suite LIU, for comparison and for the paper's tables.
 * Never the default: it is bidirectional, its re-encryption key opens all of a patient's records,
 * and proxy and one doctor together hold the patient's private key for ever. The default is {@link
 * org.epione.crypto.scheme.pre.ScopedReEncryption}.
 */
@NullMarked
package org.epione.crypto.scheme.pre.liu;

import org.jspecify.annotations.NullMarked;
