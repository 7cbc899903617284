/** Episodes, places, parts and turns as rows; medical content only sealed. */
@NullMarked
package org.epione.team.entity;

import org.jspecify.annotations.NullMarked;
