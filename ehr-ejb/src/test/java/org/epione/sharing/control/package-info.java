/** Tests of what is private to sharing, and what attackers would make of it. */
@NullMarked
package org.epione.sharing.control;

import org.jspecify.annotations.NullMarked;
