/** Finished records and requests to read them, as rows; content only as ciphertext. */
@NullMarked
package org.epione.record.entity;

import org.jspecify.annotations.NullMarked;
