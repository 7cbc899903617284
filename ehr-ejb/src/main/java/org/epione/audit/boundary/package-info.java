/**
 * Proving what happened from the chains: for auditors, and for administrators about their own
 * hospital's chain. Against {@code org.epione.access}, which logs who was let see what on this
 * server, this is about what all parties signed.
 */
@NullMarked
package org.epione.audit.boundary;

import org.jspecify.annotations.NullMarked;
