/** Wrapped keys as rows; of no use without key store or password. */
@NullMarked
package org.epione.custody.entity;

import org.jspecify.annotations.NullMarked;
