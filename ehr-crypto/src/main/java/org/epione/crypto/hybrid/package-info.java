/**
 * The one place that touches ciphers: AES-256-GCM, whole and in streams, HPKE to one receiver, the
 * data part of a hybrid encryption, and key confirmation.
 */
@NullMarked
package org.epione.crypto.hybrid;

import org.jspecify.annotations.NullMarked;
