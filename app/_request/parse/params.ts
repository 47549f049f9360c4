import { MOST_VALUES } from "#operations/forecast-query.ts";

type Given = { readonly [name: string]: string | string[] | undefined };

const valuesOf = (value: string | string[] | undefined): readonly string[] => [value ?? []].flat();

/**
 * A page's search parameters as Next hands them over, as what they were in the address; of one that comes very often, the
 * first: each is a link of its own, which has all the others in it.
 */
export const toParams = (given: Given): URLSearchParams =>
  new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) =>
      valuesOf(value)
        .slice(0, MOST_VALUES)
        .map((one) => [name, one]),
    ),
  );

/** Whether one of them came more often than is looked at. */
export const hasTooMany = (given: Given): boolean =>
  Object.values(given).some((value) => valuesOf(value).length > MOST_VALUES);

/** A part of an address as it was meant: the framework hands it over as it was sent. A slug holds no percent sign. */
export function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
