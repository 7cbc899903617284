package org.epione.ledger.connector.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A checkpoint that is anchored, or about to be.
 *
 * @param hospital code of the hospital whose log it is
 * @param size number of records under the checkpoint
 * @param chainId the network's identifier
 * @param network its name
 * @param account sender of the transaction
 * @param nonce which of the sender's transactions it is
 * @param state how far it is
 * @param signed when the first transaction for it was signed
 * @param hash of the transaction: of the newest, or of the one that is in a block
 * @param block where it was seen last
 * @param confirmations of that block when it was last looked at
 * @param confirmed since when it counts as settled
 * @param checked when it was last looked at; 1970 if never
 */
public record AnchorRow(
    String hospital,
    long size,
    long chainId,
    String network,
    String account,
    long nonce,
    AnchorState state,
    Instant signed,
    String hash,
    Optional<AnchorBlock> block,
    long confirmations,
    Optional<Instant> confirmed,
    Instant checked) {}
