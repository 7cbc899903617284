/** Submitted records as rows. */
@NullMarked
package org.epione.chain.entity;

import org.jspecify.annotations.NullMarked;
