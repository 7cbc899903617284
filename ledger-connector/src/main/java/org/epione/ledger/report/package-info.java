/**
 * Reports of audits: what was looked at, what was found, and the proofs of all records that are
 * named, signed by the auditing body; as canonical JSON (RFC 8785), and as PDF that carries it.
 * Verified with nothing but the file and keys. Against {@code org.epione.ledger.verification},
 * which judges a chain as a whole: a report is somebody's word on part of it, which can be held
 * against whoever signed it.
 */
@NullMarked
package org.epione.ledger.report;

import org.jspecify.annotations.NullMarked;
