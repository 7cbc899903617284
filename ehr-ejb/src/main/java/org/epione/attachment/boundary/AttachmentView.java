package org.epione.attachment.boundary;

/**
 * What is shown of an attachment.
 *
 * @param number which of the record's attachments it is
 * @param size in bytes
 */
public record AttachmentView(int number, String name, String mediaType, long size) {

  /** Never the name. */
  @Override
  public String toString() {
    return "attachment " + number;
  }
}
