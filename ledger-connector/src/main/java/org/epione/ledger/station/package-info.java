/**
 * A doctor's station: keeps its own copy of the hospital's chain, checks every block by the same
 * rules as everybody, and countersigns each height once. Rules and messages only; the program
 * around them brings files, network and clock.
 */
@NullMarked
package org.epione.ledger.station;

import org.jspecify.annotations.NullMarked;
