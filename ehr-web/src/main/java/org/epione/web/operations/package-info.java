/**
 * Operations in the portal: failed messages, the hospital's chain, a doctor's own standing, and
 * what pages say when broker or database is away. Probes for machines are in {@code
 * org.epione.web.health}.
 */
@NullMarked
package org.epione.web.operations;

import org.jspecify.annotations.NullMarked;
