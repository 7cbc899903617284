/** Checks that were begun and what they found. */
@NullMarked
package org.epione.audit.entity;

import org.jspecify.annotations.NullMarked;
