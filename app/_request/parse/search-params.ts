/** A page's search parameters as Next hands them over, as what they were in the address. */
export function toParams(given: { readonly [name: string]: string | string[] | undefined }): URLSearchParams {
  return new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  );
}
