/**
 * Attribute-based signatures: somebody whose attributes satisfy a policy signed, and nothing shows
 * who, or with which of the attributes.
 */
@NullMarked
package org.epione.crypto.scheme.abs;

import org.jspecify.annotations.NullMarked;
