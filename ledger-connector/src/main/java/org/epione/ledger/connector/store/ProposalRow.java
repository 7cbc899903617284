package org.epione.ledger.connector.store;

import java.util.Optional;
import org.epione.ledger.block.ProposedBlock;

/**
 * A block that was decided on: it waits for the hospital's signature, then for the cloud's.
 *
 * @param block the block
 * @param signed whether the hospital has signed; if not, the signature in {@code block} is none
 * @param refusal why the cloud refused it last
 */
public record ProposalRow(ProposedBlock block, boolean signed, Optional<String> refusal) {}
