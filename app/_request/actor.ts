import { cookies } from "next/headers";
import { withoutUnseen } from "#domain/unseen.ts";
import { getSettings } from "./process/settings.ts";

export const NAME_COOKIE = "hindcast_name";
const ONE_YEAR_S = 365 * 24 * 60 * 60;

/** How both of our cookies are kept. */
export const cookieOptions = (secure: boolean) =>
  ({ path: "/", sameSite: "lax", httpOnly: true, maxAge: ONE_YEAR_S, secure }) as const;

/** Whether people reach us over https. */
export const isSecure = (headers: { get(name: string): string | null }): boolean =>
  getSettings().origin?.startsWith("https:") ??
  headers.get("x-forwarded-proto")?.startsWith("https") ??
  false;

/** The name that this browser's reader gave before, empty when they gave none. */
export async function currentName(): Promise<string> {
  return withoutUnseen((await cookies()).get(NAME_COOKIE)?.value ?? "");
}
