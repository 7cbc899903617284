/** Rules of activation codes and names; counting of failed attempts. */
@NullMarked
package org.epione.account.control;

import org.jspecify.annotations.NullMarked;
