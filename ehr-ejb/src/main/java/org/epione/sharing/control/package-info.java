/**
 * How the three servers of a sharing work together: the asked hospital, the asking hospital and the
 * system manager, each with its own messages, checks and state. They share no state and know of one
 * another only by envelopes and by what the chain says.
 */
@NullMarked
package org.epione.sharing.control;

import org.jspecify.annotations.NullMarked;
