/**
 * Who may: attributes, policies over them as people write them, and the linear secret sharing that
 * the attribute-based schemes make of a policy. Knows no scheme and no group element.
 */
@NullMarked
package org.epione.crypto.policy;

import org.jspecify.annotations.NullMarked;
