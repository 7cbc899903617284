/** Plain signatures: BLS in G1 with proofs of possession for people, Ed25519 for servers. */
@NullMarked
package org.epione.crypto.signature;

import org.jspecify.annotations.NullMarked;
