/** A part of an address as it was meant: the framework hands it over as it was sent. A slug holds no percent sign. */
export function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
