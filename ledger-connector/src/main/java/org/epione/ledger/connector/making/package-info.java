/**
 * Makes the blocks of a chain: takes records in, drafts and proposes blocks, has the cloud cosign
 * them, keeps them, answers with receipts; and agrees with the cloud on what both hold before
 * anything is written. The hospital's and the cloud's side.
 */
@NullMarked
package org.epione.ledger.connector.making;

import org.jspecify.annotations.NullMarked;
