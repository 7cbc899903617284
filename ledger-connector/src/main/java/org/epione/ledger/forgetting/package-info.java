/**
 * What parties sign of a patient whom they have forgotten: the system manager's receipt and the
 * hospital's certificate, as encodings, as a file for people, and as they are verified with nothing
 * but that file and two keys. They stand on no chain.
 */
@NullMarked
package org.epione.ledger.forgetting;

import org.jspecify.annotations.NullMarked;
