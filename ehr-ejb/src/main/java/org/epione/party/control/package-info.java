/** Checks and dispatch of received envelopes. */
@NullMarked
package org.epione.party.control;

import org.jspecify.annotations.NullMarked;
