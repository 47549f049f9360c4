/** A page's search parameters as Next hands them over, as what they were in the address. */
export function toParams(given: { readonly [name: string]: string | string[] | undefined }): URLSearchParams {
  return new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  );
}
/** A part of an address as it was meant: the framework hands it over as it was sent. A slug holds no percent sign. */
export function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
