/**
 * The signed envelope in which parties send each other messages. Against {@code
 * org.epione.crypto.hybrid}: it proves the sender and hides nothing; what is secret is sealed
 * before it goes in.
 */
@NullMarked
package org.epione.crypto.envelope;

import org.jspecify.annotations.NullMarked;
