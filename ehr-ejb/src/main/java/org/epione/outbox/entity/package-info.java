/** Waiting messages and the lease of the relay as rows. */
@NullMarked
package org.epione.outbox.entity;

import org.jspecify.annotations.NullMarked;
