/** Parties and received envelopes as rows. */
@NullMarked
package org.epione.party.entity;

import org.jspecify.annotations.NullMarked;
