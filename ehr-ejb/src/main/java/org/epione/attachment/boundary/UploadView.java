package org.epione.attachment.boundary;

/**
 * Where an upload stands.
 *
 * @param number which of the record's attachments it is
 * @param name as it was given, made safe; empty if it does not open with the doctor's present keys
 * @param mediaType of what has arrived; empty before that is known
 * @param size of the file in bytes
 * @param received how many of them are on disk and need not be sent again
 * @param slice how many bytes each piece has, but for the last
 * @param complete whether it is sealed and belongs to what will be signed
 * @param readable false if it was sealed under other keys than the doctor's present ones
 */
public record UploadView(
    String id,
    int number,
    String name,
    String mediaType,
    long size,
    long received,
    int slice,
    boolean complete,
    boolean readable) {

  /** How much has arrived, in hundredths; 100 only when all has. */
  public int percent() {
    return (int) (received * 100 / size);
  }

  /** Never the name. */
  @Override
  public String toString() {
    return "upload " + id;
  }
}
