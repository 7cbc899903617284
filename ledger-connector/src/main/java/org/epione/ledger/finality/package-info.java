/**
 * The second level of finality: delegates' stations countersign what hospital and cloud signed, and
 * two thirds of the delegates make it final by delegates. Also the proof that a hospital signed two
 * histories.
 */
@NullMarked
package org.epione.ledger.finality;

import org.jspecify.annotations.NullMarked;
