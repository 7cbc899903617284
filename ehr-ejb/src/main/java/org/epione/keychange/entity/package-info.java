/** Changes of keys, as the hospital keeps them. */
@NullMarked
package org.epione.keychange.entity;

import org.jspecify.annotations.NullMarked;
