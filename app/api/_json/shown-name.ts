/** Who did something, as everybody sees it: those who gave no name have none. */
export const shownName = (by: string | null): string => by ?? "unnamed";
