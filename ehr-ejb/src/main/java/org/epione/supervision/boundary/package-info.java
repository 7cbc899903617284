/**
 * Credit of doctors and hospitals as people see it, and what is done about it: doctors report their
 * hospital to the system manager, doctors and hospital appeal, the system manager decides. Against
 * {@code org.epione.ledger.credit}, which computes the scores, this shows them and brings the
 * matters from one party to another. What people write is sealed to the system manager; the chain
 * has a commitment only.
 */
@NullMarked
package org.epione.supervision.boundary;

import org.jspecify.annotations.NullMarked;
