/**
 * Writes chains, or epochs of them, as files, and moves the records of closed epochs away. Against
 * {@code org.epione.ledger.export}, which knows the format only.
 */
@NullMarked
package org.epione.ledger.connector.archive;

import org.jspecify.annotations.NullMarked;
