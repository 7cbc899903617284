/**
 * The program around a doctor's station: its folder, its key, the topic of blocks, and the
 * hospital's portal. What it may sign is decided in {@code org.epione.ledger.station}.
 */
@NullMarked
package org.epione.station;

import org.jspecify.annotations.NullMarked;
