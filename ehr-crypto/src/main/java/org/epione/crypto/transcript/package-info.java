/**
 * The one place that hashes: digests, key derivation, message expansion, and the list of all domain
 * separation tags.
 */
@NullMarked
package org.epione.crypto.transcript;

import org.jspecify.annotations.NullMarked;
