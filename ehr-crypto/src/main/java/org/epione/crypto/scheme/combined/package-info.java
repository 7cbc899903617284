/**
 * C-AB/IB-ES (Wang and Song 2018): attribute-based encryption, identity-based encryption and
 * identity-based signatures under one master key; and attribute-based proxy re-encryption (BCES) on
 * its two-level keys. Begin at {@link org.epione.crypto.scheme.combined.KeyAuthority}.
 */
@NullMarked
package org.epione.crypto.scheme.combined;

import org.jspecify.annotations.NullMarked;
