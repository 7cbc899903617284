/**
 * What each server keeps of a sharing: one row per request, consent, grant and reading, per side.
 */
@NullMarked
package org.epione.sharing.entity;

import org.jspecify.annotations.NullMarked;
