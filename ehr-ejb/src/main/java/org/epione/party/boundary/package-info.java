/** The servers that take part, and the signed envelopes they exchange. */
@NullMarked
package org.epione.party.boundary;

import org.jspecify.annotations.NullMarked;
